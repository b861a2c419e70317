/** Boots what the worlds of a run share, and lets go of all of it, in the reverse order: lease, guards, authorities, the identity provider's exit, the identity provider, the browser. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunBrowser, runBrowser } from '../actors/index.ts';
import { createAuthority } from '../authority/authority.ts';
import { writeNssDatabase } from '../authority/nss-database.ts';
import { createWorkloadAuthority } from '../authority/workload-authority.ts';
import type { FixtureChanges } from '../fixtures/fixture-changes.ts';
import { networks, publicIdpOrigin } from '../fixtures/fixtures.ts';
import { choiceInWords, type Started, startChosen, type Wanted } from '../idp/index.ts';
import { type OpenLease, openLease } from '../lease/index.ts';
import { type Exit, startExit } from '../network/exit.ts';
import { type LentNames, lentNames } from '../network/lent-names.ts';
import { findBrowser, findWindowBrowser } from '../setup/browser.js';
import { cacheFolder } from '../setup/cache-folder.js';
import type { SocketGuard } from '../tap/socket-guard.ts';
import { startTriedGuards } from '../tap/tried-guards.ts';
import type { ReferencePolicy } from '../target/reference/index.ts';
import { bounded } from '../time-limit/bounded.ts';
import { type RunningWorld, startWorld } from '../world/world.ts';
import { type Closers, closers } from './closers.ts';

export type BootOptions = {
  readonly wanted: Wanted;
  readonly image?: string;
  readonly mode: 'browser' | 'wire';
  readonly headed?: boolean;
  readonly seed: number;
  readonly worlds: number;
  /** Each zone of each world in a process of its own. */
  readonly processes?: boolean;
  /** Where screenshots and traces go. */
  readonly attachments: string;
  /** What differs from the fixtures in every world. */
  readonly fixtures?: FixtureChanges;
  /** Aborted while it boots: what was started is ended, and `boot` rejects with `Interrupted`. */
  readonly interrupted?: AbortSignal;
  /** Told in words which identity provider is started and why, before it is; once more when it gives way to the next. */
  chose?(words: string): void;
  progress(message: string): void;
};

export type Booted = {
  readonly chosen: Started;
  readonly idpReadyMs: number;
  /** What the browser is, for the report; undefined in wire mode. */
  readonly browser: string | undefined;
  /** Whether that browser keeps pages that were left alive behind the one in front. */
  readonly pageMemory: boolean;
  /** The browser itself, for a window that a person uses; undefined in wire mode. */
  readonly personBrowser: RunBrowser | undefined;
  readonly sockets: SocketGuard;
  readonly authorityPemFile: string;
  readonly runFolder: string;
  /** A world is ended with everything else, or before by its own `close`; then its index is free for another. */
  startWorld(index: number, policy?: ReferencePolicy): Promise<RunningWorld>;
  close(): Promise<void>;
};

/** No browser although the run needs one: the message says what to do. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/** Somebody asked for the end before there was anything to run on. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** Rejects when something cannot be started; what was started until then is ended first. */
export async function boot(options: BootOptions): Promise<Booted> {
  const { onClose, close, lateEnded } = closers();
  const parts = bootParts(options, onClose);
  try {
    return { ...(await unlessInterrupted(parts, options.interrupted)), close };
  } catch (error) {
    await close().catch(() => {});
    // What was in the middle of starting loses its process with the lease, and ends soon after.
    await bounded('what was starting', startingEndsMs, parts).catch(() => {});
    await lateEnded();
    throw error;
  }
}

const startingEndsMs = 10_000;

async function unlessInterrupted<Parts>(parts: Promise<Parts>, signal: AbortSignal | undefined): Promise<Parts> {
  if (!signal) return parts;
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new Interrupted('it was interrupted while it started'));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([parts, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function bootParts(options: BootOptions, onClose: Closers['onClose']): Promise<Omit<Booted, 'close'>> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  const lease = await openLease({ cacheFolder: cache });
  onClose(() => lease.close());
  const { sockets, names: nameGuard } = startTriedGuards();
  onClose(() => sockets.stop());
  onClose(() => nameGuard.stop());

  const [authority, workloads] = await Promise.all([
    createAuthority({ name: 'Tempered run authority' }),
    createWorkloadAuthority({ name: 'Tempered workload authority' }),
  ]);
  const authorityPemFile = join(lease.runFolder, 'authority.pem');
  await writeFile(authorityPemFile, authority.certificatePem);
  const idpNames = lentNames();
  const exit = await startIdpExit(options.wanted, idpNames);
  onClose(() => exit.close());

  const browser = options.mode === 'browser' ? browserFor(lease, authority.certificateDer, options.headed ?? false) : undefined;
  if (browser) onClose(() => browser.run.close());
  const startedAtMs = performance.now();
  const chosen = await startChosen(
    {
      wanted: options.wanted,
      chose: (choice) => options.chose?.(choiceInWords(choice)),
      ...(options.image === undefined ? {} : { image: options.image }),
    },
    {
      publicOrigin: new URL(publicIdpOrigin),
      realms: options.worlds,
      seed: options.seed,
      exit: { host: exit.host, port: exit.port },
      authorityPemFile,
      runFolder: lease.runFolder,
      cacheFolder: cache,
      lease,
      progress: options.progress,
      ...(options.image === undefined ? {} : { image: options.image }),
    },
  );
  onClose(() => chosen.idp.stop());

  const shared = {
    seed: options.seed,
    authority,
    workloads,
    idp: chosen.idp,
    idpNames,
    sockets,
    nameGuard,
    runFolder: lease.runFolder,
    attachments: options.attachments,
    ...(options.fixtures ? { fixtures: options.fixtures } : {}),
    ...(options.processes ? { processes: { lease } } : {}),
  };
  return {
    chosen,
    idpReadyMs: performance.now() - startedAtMs,
    browser: browser?.described,
    pageMemory: browser?.pageMemory ?? false,
    personBrowser: browser?.run,
    sockets,
    authorityPemFile,
    runFolder: lease.runFolder,
    startWorld: async (index, policy) => {
      const world = await startWorld({
        ...shared,
        index,
        ...(policy ? { policy } : {}),
        ...(browser ? { mode: 'browser', browser: browser.run } : { mode: 'wire' }),
      });
      return { ...world, close: onClose(() => world.close()) };
    },
  };
}

/** Whether an engine is needed and missing is for the choice of the driver to say, with its remedy. */
const withoutEngine = (): undefined => undefined;

/** Loaded only when a container may be started. */
const engineBridge = async (): Promise<string | undefined> =>
  (await import('../idp/keycloak-container/index.ts')).bridgeAddress().catch(withoutEngine);

/** The identity provider's own way out. Nothing that it calls exists, until a world lends its names. A container reaches it at the bridge. */
async function startIdpExit(wanted: Wanted, names: LentNames): Promise<Exit> {
  const bridge = wanted === 'auto' || wanted === 'keycloak-container' ? await engineBridge() : undefined;
  return startExit({
    network: 'idp',
    sourceAddress: networks.idp,
    names,
    ...(bridge === undefined ? {} : { listenOn: ['127.0.0.1', bridge] as const }),
  });
}

function browserFor(
  lease: OpenLease,
  authorityDer: Uint8Array<ArrayBuffer>,
  headed: boolean,
): { readonly run: RunBrowser; readonly described: string; readonly pageMemory: boolean } {
  const found = headed ? findWindowBrowser() : findBrowser();
  if ('missing' in found) throw new NoBrowser(`${found.missing}; ${found.remedy}`);
  const homeFolder = join(lease.runFolder, 'browser-home');
  writeNssDatabase(homeFolder, authorityDer);
  const environment = {
    ...(found.libraryPath ? { LD_LIBRARY_PATH: found.libraryPath } : {}),
    ...(found.fontsPath ? { FONTCONFIG_PATH: found.fontsPath } : {}),
  };
  const run = runBrowser({ executable: found.executable, environment, trust: { homeFolder }, headed, lease });
  return { run, described: `${found.kind} ${found.version} (${found.source})`, pageMemory: found.kind === 'chromium' };
}
