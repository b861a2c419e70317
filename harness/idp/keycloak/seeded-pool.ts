/** What is kept beside a snapshot: who administers it, the realms' private keys, and the state that each realm is put back to. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realmName } from '../../fixtures/fixtures.ts';
import type { AdminApi, AdminCredentials } from './admin-api.ts';
import { realmPoolSize, realmRepresentation } from './realm.ts';
import { newRealmKeys, type RealmKeys } from './realm-keys.ts';
import { type RealmState, recordSeededState } from './seeded-state.ts';

/** `keys` and `states` are in order: the first belongs to `w1`. */
export type SeededPool = { readonly admin: AdminCredentials; readonly keys: readonly RealmKeys[]; readonly states: readonly RealmState[] };
/** Before the first start: nothing has been read back yet. */
export type UnseededPool = Omit<SeededPool, 'states'>;

const indexes = Array.from({ length: realmPoolSize }, (_, place) => place + 1);

/** Fresh credentials and keys for a snapshot that is about to be made. */
export async function newPool(): Promise<UnseededPool> {
  const keys: RealmKeys[] = [];
  for (const _ of indexes) keys.push(await newRealmKeys());
  return { admin: { clientId: 'tempered-harness', clientSecret: randomBytes(32).toString('base64url') }, keys };
}

/** Writes one file for each realm into `folder`, for `--import-realm`. They hold private keys: remove them after the import. */
export async function writeRealmImports(pool: UnseededPool, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [place, keys] of pool.keys.entries()) {
    const file = join(folder, `${realmName(place + 1)}-realm.json`);
    await writeFile(file, JSON.stringify(realmRepresentation(place + 1, keys)), { mode: 0o600 });
  }
}

/** What the first start must be told by environment, so that it is not in any process list. Honoured only while the database is empty. */
export const bootstrapEnvironment = ({ admin }: UnseededPool): Readonly<Record<string, string>> => ({
  KC_BOOTSTRAP_ADMIN_CLIENT_ID: admin.clientId,
  KC_BOOTSTRAP_ADMIN_CLIENT_SECRET: admin.clientSecret,
});

/** Reads the state of every realm back from the server that has just imported them. */
export async function seedPool(pool: UnseededPool, api: AdminApi): Promise<SeededPool> {
  const states: RealmState[] = [];
  for (const index of indexes) states.push(await recordSeededState(api, realmName(index)));
  return { ...pool, states };
}

/** Mode 0600: the file holds private keys and the admin secret. */
export const savePool = (pool: SeededPool, file: string): Promise<void> => writeFile(file, JSON.stringify(pool), { mode: 0o600 });
export const loadPool = async (file: string): Promise<SeededPool> => JSON.parse(await readFile(file, 'utf8')) as SeededPool;
