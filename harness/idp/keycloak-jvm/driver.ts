/** Operates Keycloak as a Java process of its own, started from a prepared snapshot. */
import { join } from 'node:path';
import { cacheFolder as projectCache } from '../../setup/cache-folder.js';
import type { IdpDriver, RunningIdp, StartOptions, Usable } from '../driver.ts';
import { adminApi } from '../keycloak/admin-api.ts';
import { shiftClock } from '../keycloak/clock.ts';
import { type Distribution, findDistribution } from '../keycloak/distribution.ts';
import { realmPoolSize } from '../keycloak/realm.ts';
import { keycloakRealms } from '../keycloak/realms.ts';
import { loadPool } from '../keycloak/seeded-pool.ts';
import { startOptions } from '../keycloak/server-options.ts';
import { keycloakVersion } from '../keycloak/version.js';
import { archiveFlags } from './class-archive.ts';
import { findJava, type Java, oldestMajor } from './java.ts';
import { type ServerProcess, StartFailure, serverAnswers, startServer } from './server-process.ts';
import { ensureSnapshot } from './snapshot.ts';
import { seedHome } from './snapshot-home.ts';
import { discard, type Snapshot } from './snapshot-store.ts';
import { standOn } from './snapshot-use.ts';

export const keycloakJvm: IdpDriver = { name: 'keycloak-jvm', usable, start };

async function usable({ cacheFolder = projectCache() }: { readonly cacheFolder?: string } = {}): Promise<Usable> {
  const java = await findJava();
  if (!java) {
    return {
      yes: false,
      why: `no Java ${oldestMajor} or newer is here`,
      remedy: `install a JDK (25 starts fastest), or set JAVA_HOME to one`,
    };
  }
  const source = await findDistribution(cacheFolder);
  if (!source.found) return { yes: false, why: source.why, remedy: source.remedy };
  return { yes: true, version: keycloakVersion, detail: `Java ${java.version}, distribution from ${source.where}` };
}

async function start(options: StartOptions): Promise<RunningIdp> {
  if (options.realms > realmPoolSize)
    throw new StartFailure(`a Keycloak snapshot has ${realmPoolSize} realms; ${options.realms} were asked for`);
  const { java, distribution } = await ingredients(options);
  const prepare = () => ensureSnapshot({ ...options, java, distribution, progress: (message) => options.progress(message) });
  const context = { options, java, distribution };
  const first = await standing(prepare);
  try {
    return await runOn(first, context);
  } catch (cause) {
    if (!(cause instanceof StartFailure)) throw cause;
    options.progress(`Keycloak did not start from its snapshot, which is made again. ${cause.message}`);
    await discard(first.snapshot.folder);
    return runOn(await standing(prepare), context).catch(withWayOut(options.cacheFolder));
  }
}

type Standing = { readonly snapshot: Snapshot; leave(): void };

/** Prepared anew when it was removed at that very moment. */
async function standing(prepare: () => Promise<Snapshot>): Promise<Standing> {
  const snapshot = await prepare();
  const stand = await standOn(snapshot.folder);
  return stand ? { snapshot, ...stand } : standing(prepare);
}

/** Stands on the snapshot while it may start from it: a stopped one stands there again before it is restarted. */
async function runOn({ snapshot, leave }: Standing, context: Omit<Run, 'snapshot'>): Promise<RunningIdp> {
  let stand: Pick<Standing, 'leave'> | undefined = { leave };
  const stepOff = (): void => {
    stand?.leave();
    stand = undefined;
  };
  try {
    const idp = await run({ ...context, snapshot });
    const restart = async (): Promise<void> => {
      stand ??= await standOn(snapshot.folder);
      if (!stand) throw new StartFailure('its snapshot was removed while it was stopped');
      await idp.restart();
    };
    return { ...idp, restart, stop: () => idp.stop().finally(stepOff) };
  } catch (cause) {
    stepOff();
    throw cause;
  }
}

const withWayOut = (cacheFolder: string) => (cause: unknown) => {
  if (!(cause instanceof StartFailure)) throw cause;
  throw new StartFailure(
    `${cause.message}\nWhat to do: remove ${join(cacheFolder, 'keycloak')} and start again, or choose another driver with --idp.`,
  );
};

async function ingredients({ cacheFolder }: StartOptions): Promise<{ readonly java: Java; readonly distribution: Distribution }> {
  const can = await usable({ cacheFolder });
  const source = await findDistribution(cacheFolder);
  const java = await findJava();
  if (!can.yes) throw new StartFailure(`${can.why}: ${can.remedy}`);
  if (!source.found || !java) throw new StartFailure('Java or the Keycloak distribution has just gone');
  return { java, distribution: await source.open() };
}

type Run = { readonly options: StartOptions; readonly java: Java; readonly distribution: Distribution; readonly snapshot: Snapshot };

/** Each life of the server begins seeded. */
async function launch({ options, java, snapshot }: Run): Promise<ServerProcess> {
  const folder = join(options.runFolder, 'keycloak-jvm');
  const home = join(folder, 'home');
  await seedHome(snapshot, home);
  const place = { publicOrigin: options.publicOrigin, httpHost: '127.0.0.1', httpPort: 0 };
  const use = { exit: options.exit, truststoreFile: options.authorityPemFile, plainPages: options.plainPages };
  return startServer({
    java,
    installation: snapshot.installation,
    home,
    temporaryFolder: join(folder, 'tmp'),
    flags: archiveFlags(snapshot.folder, snapshot.archive),
    args: ['start', '--optimized', ...startOptions(place, use)],
    logFile: join(folder, 'keycloak.log'),
    lease: options.lease,
  });
}

async function run(context: Run): Promise<RunningIdp> {
  const { options, distribution, snapshot } = context;
  const pool = await loadPool(snapshot.poolFile);
  let server = await launch(context);
  const upstream = () => server.upstream;
  const admin = adminApi(upstream, pool.admin);
  const realms = keycloakRealms(pool, { admin, upstream, publicOrigin: options.publicOrigin, realms: options.realms });
  const restart = async () => {
    await server.stop();
    server = await launch(context);
    await realms.restarted();
  };
  return {
    driver: 'keycloak-jvm',
    version: distribution.version,
    upstream,
    realm: async (index) => realms.realm(index),
    answers: () => serverAnswers(server.upstream),
    stop: () => server.stop(),
    kill: () => server.kill(),
    restart,
    ...(process.platform === 'win32' ? {} : { hang: () => hang(() => server) }),
    ...(snapshot.movesClock ? { clock: { shift: (bySeconds: number) => shiftClock(upstream, bySeconds, () => admin.forgetToken()) } } : {}),
  };
}

/** Frozen, the process still accepts connections, by its kernel queue, and answers none. */
async function hang(server: () => ServerProcess): Promise<() => Promise<void>> {
  const frozen = server();
  frozen.freeze();
  if (await serverAnswers(frozen.upstream, 1_000)) throw new StartFailure('Keycloak still answers although it was frozen');
  return async () => {
    frozen.thaw();
    if (!(await serverAnswers(frozen.upstream, 10_000))) throw new StartFailure('Keycloak does not answer although it was thawed');
  };
}
