/** Puts a realm back to its seeded state, and proves it by comparing all that was read back. */
import { isDeepStrictEqual } from 'node:util';
import type { PersonName } from '../../fixtures/fixtures.ts';
import { type AdminApi, AdminFailure } from './admin-api.ts';
import { userId } from './ids.ts';
import { scopeModels } from './mapper-changes.ts';
import { differences, type Named, type RealmState, readRealmState } from './seeded-state.ts';
import { personNames, userRepresentation } from './users.ts';

/** People, clients, claims, keys, settings and sessions as `seeded`. Silent: no logout call reaches a relying party. Throws `AdminFailure` that names what stayed different. */
export async function revertRealm(admin: AdminApi, realm: string, seeded: RealmState): Promise<void> {
  // What people own is not looked at: it is overwritten in any case.
  const found = await readRealmState(admin, realm, { belongings: false });
  await revertClientScopes(admin, realm, seeded, found);
  await revertClients(admin, realm, seeded, found);
  await revertKeys(admin, realm, seeded, found);
  await removeAdded(admin, `${realm}/users`, seeded.users, found.users);
  await overwriteUsers(admin, realm);
  // Last: while two people share an e-mail address, the realm must allow it.
  await revertSettings(admin, realm, seeded, found);
  const left = differences(seeded, await readRealmState(admin, realm));
  if (left.length > 0) throw new AdminFailure(`realm ${realm} is not as seeded: ${left.join('; ')}`);
}

async function revertSettings(admin: AdminApi, realm: string, seeded: RealmState, found: RealmState): Promise<void> {
  if (!isDeepStrictEqual(seeded.realm, found.realm)) await admin.change('PUT', realm, seeded.realm);
}

/** A changed client is removed and made again from its own JSON: an update would leave added attributes and mappers behind. */
async function revertClients(admin: AdminApi, realm: string, seeded: RealmState, found: RealmState): Promise<void> {
  await removeAdded(admin, `${realm}/clients`, seeded.clients, found.clients);
  for (const client of seeded.clients) {
    const present = found.clients.find(({ id }) => id === client.id);
    if (isDeepStrictEqual(client, present)) continue;
    if (present) await admin.change('DELETE', `${realm}/clients/${client.id}`);
    await admin.change('POST', `${realm}/clients`, client);
  }
}

/** A scope cannot be made again without taking it from its clients: its mappers are put back one by one. */
async function revertClientScopes(admin: AdminApi, realm: string, seeded: RealmState, found: RealmState): Promise<void> {
  for (const scope of seeded.clientScopes) {
    const [wanted, present] = [scope, found.clientScopes.find(({ id }) => id === scope.id)].map(mappersOf);
    if (isDeepStrictEqual(wanted, present)) continue;
    await revertThings(admin, scopeModels(realm, scope.id), wanted ?? [], present ?? []);
  }
}

const mappersOf = (scope: Named | undefined): readonly Named[] =>
  (scope as { protocolMappers?: readonly Named[] } | undefined)?.protocolMappers ?? [];

const revertKeys = (admin: AdminApi, realm: string, seeded: RealmState, found: RealmState): Promise<void> =>
  revertThings(admin, `${realm}/components`, seeded.keyComponents, found.keyComponents);

/** Keycloak keeps a private key that it shows masked when it gets the mask back. */
async function revertThings(admin: AdminApi, path: string, seeded: readonly Named[], found: readonly Named[]): Promise<void> {
  await removeAdded(admin, path, seeded, found);
  for (const thing of seeded) {
    const present = found.find(({ id }) => id === thing.id);
    if (!present) await admin.change('POST', path, thing);
    else if (!isDeepStrictEqual(thing, present)) await admin.change('PUT', `${path}/${thing.id}`, thing);
  }
}

async function removeAdded(
  admin: AdminApi,
  path: string,
  seeded: readonly { id: string }[],
  found: readonly { id: string }[],
): Promise<void> {
  for (const { id } of found.filter((thing) => !seeded.some((kept) => kept.id === thing.id))) await admin.change('DELETE', `${path}/${id}`);
}

/** Keeps ids, restores passwords, drops what was registered meanwhile, and ends all sessions of these users without a logout call. */
async function overwriteUsers(admin: AdminApi, realm: string): Promise<void> {
  const users = personNames.map((name: PersonName) => userRepresentation(realm, name));
  const done = await admin.change('POST', `${realm}/partialImport`, { ifResourceExists: 'OVERWRITE', users });
  const { results } = done as { results: readonly { id: string; action: string }[] };
  const restored = users.every(({ username }) => results.some(({ id }) => id === userId(realm, username)));
  if (!restored) throw new AdminFailure(`realm ${realm}: not every user was written again`);
}
