/** Puts a realm back to its seeded state, and proves it by comparing all that was read back. */
import { isDeepStrictEqual } from 'node:util';
import type { PersonName } from '../../fixtures/fixtures.ts';
import { type AdminApi, AdminFailure } from './admin-api.ts';
import { userId } from './ids.ts';
import { scopeModels } from './mapper-changes.ts';
import { differences, type Named, type RealmState, readRealmState } from './seeded-state.ts';
import { personNames, userRepresentation } from './users.ts';

type Reverting = { readonly admin: AdminApi; readonly realm: string; readonly seeded: RealmState; readonly found: RealmState };
/** Things of one kind below one path: as they should be, and as they are. */
type Things = { readonly wanted: readonly Named[]; readonly present: readonly Named[] };

/** People, clients, claims, keys, settings and sessions as `seeded`. Silent: no logout call reaches a relying party. Throws `AdminFailure` that names what stayed different. */
export async function revertRealm(admin: AdminApi, realm: string, seeded: RealmState): Promise<void> {
  // What people own is not looked at: it is overwritten in any case.
  const found = await readRealmState(admin, realm, { belongings: false });
  const reverting = { admin, realm, seeded, found };
  await revertClientScopes(reverting);
  await revertClients(reverting);
  await revertKeys(reverting);
  await revertUsers(reverting);
  // Last: while two people share an e-mail address, the realm must allow it.
  await revertSettings(reverting);
  const left = differences(seeded, await readRealmState(admin, realm));
  if (left.length > 0) throw new AdminFailure(`realm ${realm} is not as seeded: ${left.join('; ')}`);
}

async function revertSettings({ admin, realm, seeded, found }: Reverting): Promise<void> {
  if (!isDeepStrictEqual(seeded.realm, found.realm)) await admin.change('PUT', realm, seeded.realm);
}

/** A changed client is removed and made again from its own JSON: an update would leave added attributes and mappers behind. */
async function revertClients({ admin, realm, seeded, found }: Reverting): Promise<void> {
  await removeAdded(admin, `${realm}/clients`, { wanted: seeded.clients, present: found.clients });
  for (const client of seeded.clients) {
    const present = found.clients.find(({ id }) => id === client.id);
    if (isDeepStrictEqual(client, present)) continue;
    if (present) await admin.change('DELETE', `${realm}/clients/${client.id}`);
    await admin.change('POST', `${realm}/clients`, client);
  }
}

/** A scope cannot be made again without taking it from its clients: its mappers are put back one by one. */
async function revertClientScopes({ admin, realm, seeded, found }: Reverting): Promise<void> {
  for (const scope of seeded.clientScopes) {
    const present = mappersOf(found.clientScopes.find(({ id }) => id === scope.id));
    const wanted = mappersOf(scope);
    if (isDeepStrictEqual(wanted, present)) continue;
    const models = scopeModels(realm, scope.id);
    await removeAdded(admin, models, { wanted, present });
    await putBack(admin, models, { wanted, present });
    for (const mapper of wanted.filter(({ id }) => !present.some((each) => each.id === id))) await admin.change('POST', models, mapper);
  }
}

const mappersOf = (scope: Named | undefined): readonly Named[] =>
  (scope as { protocolMappers?: readonly Named[] } | undefined)?.protocolMappers ?? [];

/** Keycloak keeps a private key that it shows masked when it gets the mask back. A key that is gone cannot be made from its mask: nothing here ever removes one. */
async function revertKeys({ admin, realm, seeded, found }: Reverting): Promise<void> {
  const keys = { wanted: seeded.keyComponents, present: found.keyComponents };
  await removeAdded(admin, `${realm}/components`, keys);
  await putBack(admin, `${realm}/components`, keys);
}

/** What is there and differs. */
async function putBack(admin: AdminApi, path: string, { wanted, present }: Things): Promise<void> {
  for (const thing of wanted) {
    const now = present.find(({ id }) => id === thing.id);
    if (now && !isDeepStrictEqual(thing, now)) await admin.change('PUT', `${path}/${thing.id}`, thing);
  }
}

async function removeAdded(admin: AdminApi, path: string, { wanted, present }: Things): Promise<void> {
  for (const { id } of present.filter((thing) => !wanted.some((kept) => kept.id === thing.id)))
    await admin.change('DELETE', `${path}/${id}`);
}

/** Keeps ids, restores passwords, drops what was registered meanwhile, and ends all sessions of these users without a logout call. */
async function revertUsers({ admin, realm, seeded, found }: Reverting): Promise<void> {
  await removeAdded(admin, `${realm}/users`, { wanted: seeded.users, present: found.users });
  const users = personNames.map((name: PersonName) => userRepresentation(realm, name));
  const done = await admin.change('POST', `${realm}/partialImport`, { ifResourceExists: 'OVERWRITE', users });
  const { results } = done as { results: readonly { id: string; action: string }[] };
  const restored = users.every(({ username }) => results.some(({ id }) => id === userId(realm, username)));
  if (!restored) throw new AdminFailure(`realm ${realm}: not every user was written again`);
}
