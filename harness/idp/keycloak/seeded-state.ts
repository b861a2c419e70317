/** The state of a realm as far as a scenario can change it, read back from the running server; two readings are equal when nothing was left behind. */
import { isDeepStrictEqual } from 'node:util';
import type { AdminApi } from './admin-api.ts';
import { realmId } from './ids.ts';
import { keyProviderType } from './key-components.ts';

type Json = Readonly<Record<string, unknown>>;
export type Named = Json & { readonly id: string };

export type RealmState = {
  readonly realm: Json;
  /** Every client of the realm, built-in ones too, with its secret. */
  readonly clients: readonly Named[];
  /** What belongs to scopes, claims above all. */
  readonly clientScopes: readonly Named[];
  readonly users: readonly Named[];
  readonly keyComponents: readonly Named[];
  /** Sessions that are open at the identity provider. */
  readonly sessions: number;
};

const byId = (things: readonly Named[]): readonly Named[] => things.toSorted((one, other) => one.id.localeCompare(other.id));

/** Everything that `revert` promises to put back, in a few calls at once; `belongings` of people cost three more for each. */
export async function readRealmState(admin: AdminApi, realm: string, { belongings = true } = {}): Promise<RealmState> {
  const [settings, clients, clientScopes, users, keyComponents, sessions] = await Promise.all([
    admin.get<Json>(realm),
    admin.get<readonly Named[]>(`${realm}/clients`),
    admin.get<readonly Named[]>(`${realm}/client-scopes`),
    admin.get<readonly Named[]>(`${realm}/users?briefRepresentation=false&max=1000`),
    readKeyComponents(admin, realm),
    countSessions(admin, realm),
  ]);
  const whole = belongings ? await Promise.all(users.map((user) => withBelongings(admin, realm, user))) : users;
  return {
    realm: settings,
    clients: byId(clients).map(withSortedMappers),
    clientScopes: byId(clientScopes).map(withSortedMappers),
    users: byId(whole),
    keyComponents,
    sessions,
  };
}

/** Mappers and scopes come in no order of their own. */
function withSortedMappers(thing: Named): Named {
  const { protocolMappers, defaultClientScopes } = thing as { protocolMappers?: readonly Named[]; defaultClientScopes?: readonly string[] };
  return {
    ...thing,
    ...(protocolMappers ? { protocolMappers: byId(protocolMappers) } : {}),
    ...(defaultClientScopes ? { defaultClientScopes: defaultClientScopes.toSorted() } : {}),
  };
}

/** The state that a snapshot's realm is put back to. Saves the settings once unchanged first: Keycloak then writes out defaults which a later save would otherwise add. */
export async function recordSeededState(admin: AdminApi, realm: string): Promise<RealmState> {
  await admin.change('PUT', realm, await admin.get<Json>(realm));
  return readRealmState(admin, realm);
}

/** Key providers of the realm, sorted by id. */
export const readKeyComponents = async (admin: AdminApi, realm: string): Promise<readonly Named[]> =>
  byId(await admin.get<readonly Named[]>(`${realm}/components?parent=${realmId(realm)}&type=${keyProviderType}`));

/** Credentials without their ids and times, which are new after every import, and names of roles and groups. */
async function withBelongings(admin: AdminApi, realm: string, user: Named): Promise<Named> {
  const [credentials, roles, groups] = await Promise.all(
    ['credentials', 'role-mappings/realm', 'groups'].map((belonging) =>
      admin.get<readonly Json[]>(`${realm}/users/${user.id}/${belonging}`),
    ),
  );
  return {
    ...user,
    credentials: credentials?.map(({ type, userLabel = '', credentialData }) => ({ type, userLabel, credentialData })),
    roles: roles?.map(({ name }) => name),
    groups: groups?.map(({ name }) => name),
  };
}

async function countSessions(admin: AdminApi, realm: string): Promise<number> {
  const perClient = await admin.get<readonly { readonly active: string }[]>(`${realm}/client-session-stats`);
  return perClient.reduce((sum, { active }) => sum + Number(active), 0);
}

/** What differs, by name only: a difference may hold a secret. Empty when the states are equal. */
export function differences(seeded: RealmState, found: RealmState): readonly string[] {
  const lists = (['clients', 'clientScopes', 'users', 'keyComponents'] as const).flatMap((list) => unlike(list, seeded[list], found[list]));
  return [
    ...unlikeFields('realm', seeded.realm, found.realm),
    ...lists,
    ...(seeded.sessions === found.sessions ? [] : [`sessions (${found.sessions} instead of ${seeded.sessions})`]),
  ];
}

function unlike(list: string, seeded: readonly Named[], found: readonly Named[]): readonly string[] {
  const ids = [...new Set([...seeded, ...found].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const before = seeded.find((thing) => thing.id === id);
    const after = found.find((thing) => thing.id === id);
    if (!before) return [`${list}: ${id} was added`];
    if (!after) return [`${list}: ${id} is missing`];
    return unlikeFields(`${list}: ${id}`, before, after);
  });
}

function unlikeFields(where: string, before: Json, after: Json): readonly string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields.filter((field) => !isDeepStrictEqual(before[field], after[field])).map((field) => `${where}, field ${field}`);
}
