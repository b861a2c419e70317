/** Prepares Keycloak once for each cache, version, Java and recipe: built, its realms imported, its classes archived. Every later start begins from a copy. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { realmName } from '../../fixtures/fixtures.ts';
import type { Lease } from '../driver.ts';
import { adminApi } from '../keycloak/admin-api.ts';
import { clockJar, clockJarFits, clockJarName } from '../keycloak/clock-jar.ts';
import type { Distribution } from '../keycloak/distribution.ts';
import { realmPoolSize, realmRepresentation } from '../keycloak/realm.ts';
import { bootstrapEnvironment, newPool, savePool, seedPool, type UnseededPool, writeRealmImports } from '../keycloak/seeded-pool.ts';
import { buildOptions, jvmFlags, makingPlace, serverEnvironment, startOptions } from '../keycloak/server-options.ts';
import { archiveClasses } from './class-archive.ts';
import type { Java } from './java.ts';
import { runToEnd, startServer } from './server-process.ts';
import { discard, findSnapshot, makingAlone, newSnapshotFolder, publish, removeOld, type Snapshot, snapshotAt } from './snapshot-store.ts';

export type SnapshotOptions = {
  readonly cacheFolder: string;
  readonly java: Java;
  readonly distribution: Distribution;
  readonly lease: Lease;
  progress(message: string): void;
};

/** Raise it when the steps below change what they leave. */
const recipeNumber = 3;

/** The snapshot for this machine: the one in the cache, or a new one (about a minute, told by `progress`). Two runs at once make it once. */
export async function ensureSnapshot(options: SnapshotOptions): Promise<Snapshot> {
  const store = join(options.cacheFolder, 'keycloak', 'snapshots');
  const key = snapshotKey(options);
  const find = async () => unlessOutgrown(await findSnapshot(store, key, (message) => options.progress(message)), options);
  const waiting = () => options.progress('another run is preparing Keycloak; waiting for it');
  return (await find()) ?? makingAlone(store, key, waiting, async () => (await find()) ?? make(options, store, key));
}

/** One whose clock stands is made again as soon as the clock's provider can be had: Maven has come since. */
async function unlessOutgrown(found: Snapshot | undefined, options: SnapshotOptions): Promise<Snapshot | undefined> {
  if (found === undefined || found.movesClock || (await clockProvider(options)) === undefined) return found;
  options.progress('Keycloak’s clock can be moved now: its snapshot is made again');
  await discard(found.folder);
  return undefined;
}

const clockProvider = async ({ distribution, cacheFolder, progress }: SnapshotOptions): Promise<string | undefined> =>
  clockJarFits(distribution.version) ? clockJar(cacheFolder, (message) => progress(message)) : undefined;

/** Changes with everything that the snapshot's content depends on. */
function snapshotKey({ java, distribution }: SnapshotOptions): string {
  const noKeys = { signingKeyPem: '', encryptionKeyPem: '', hmac: { kid: '', secret: '' }, aes: { kid: '', secret: '' } };
  const recipe = {
    recipeNumber,
    pool: [realmPoolSize, realmRepresentation(1, noKeys)],
    options: [buildOptions, jvmFlags, serverEnvironment],
    java: [java.home, java.version, process.platform, process.arch],
    distribution: distribution.fingerprint,
  };
  const digest = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12);
  return `${distribution.version}-java${java.major}-${digest}`;
}

async function make(options: SnapshotOptions, store: string, key: string): Promise<Snapshot> {
  await removeOld(store, key);
  const folder = await newSnapshotFolder(store, key);
  try {
    return await fill(options, folder);
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause;
  }
}

async function fill(options: SnapshotOptions, folder: string): Promise<Snapshot> {
  const { progress, distribution } = options;
  const place = snapshotAt(folder);
  progress('preparing Keycloak once for this machine, about 70 s: unpacking (1 of 4)');
  await distribution.place(place.installation, (message) => progress(message));
  const clock = await clockProvider(options);
  if (clock) await copyFile(clock, join(place.installation, 'providers', clockJarName));

  progress('preparing Keycloak: building (2 of 4)');
  const common = {
    java: options.java,
    installation: place.installation,
    home: place.installation,
    temporaryFolder: join(folder, 'making'),
    logFile: join(folder, 'making.log'),
    lease: options.lease,
  };
  await runToEnd({ ...common, args: ['build', ...buildOptions] });

  progress('preparing Keycloak: first start, importing the realms (3 of 4)');
  const pool = await newPool();
  await writeRealmImports(pool, join(place.installation, 'data', 'import'));
  await importRealms(pool, common, place.poolFile);
  await mkdir(place.data);
  await rename(join(place.installation, 'data', 'h2'), join(place.data, 'h2'));
  await rm(join(place.installation, 'data'), { recursive: true });
  await rm(join(place.data, 'h2', 'keycloakdb.trace.db'), { force: true });

  progress('preparing Keycloak: one training run, archiving classes (4 of 4)');
  const archive = await archiveClasses({ ...common, ...place, realm: realmName(1) }, (message) => progress(message));
  await rm(common.temporaryFolder, { recursive: true, force: true });
  const made = { movesClock: clock !== undefined, ...(archive && { archive }) };
  await publish(folder, made);
  return { ...place, ...made };
}

async function importRealms(pool: UnseededPool, common: Omit<Parameters<typeof startServer>[0], 'args'>, poolFile: string): Promise<void> {
  const args = ['start', '--optimized', '--import-realm', ...startOptions(makingPlace)];
  const server = await startServer({ ...common, args, environment: bootstrapEnvironment(pool) });
  try {
    const api = adminApi(() => server.upstream, pool.admin);
    await savePool(await seedPool(pool, api), poolFile);
  } finally {
    await server.stop();
  }
}
