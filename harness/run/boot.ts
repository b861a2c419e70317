/** Boots what the worlds of a run share, and lets go of all of it, in the reverse order: lease, guards, authorities, the identity provider's exit, the identity provider, the browser. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunBrowser } from '../actors/index.ts';
import { createAuthority } from '../authority/authority.ts';
import { createWorkloadAuthority } from '../authority/workload-authority.ts';
import type { FixtureChanges } from '../fixtures/fixture-changes.ts';
import type { Started } from '../idp/index.ts';
import { openLease } from '../lease/index.ts';
import { lentNames } from '../network/lent-names.ts';
import { cacheFolder } from '../setup/cache-folder.js';
import type { SocketGuard } from '../tap/socket-guard.ts';
import { startTriedGuards } from '../tap/tried-guards.ts';
import type { ReferencePolicy } from '../target/reference/index.ts';
import { bounded } from '../time-limit/bounded.ts';
import { type RunningWorld, startWorld } from '../world/world.ts';
import { browserFor } from './boot-browser.ts';
import { type IdpOptions, startIdp, startIdpExit } from './boot-idp.ts';
import { type Closers, closers } from './closers.ts';

export type BootOptions = IdpOptions & {
  readonly mode: 'browser' | 'wire';
  readonly headed?: boolean;
  /** Each zone of each world in a process of its own. */
  readonly processes?: boolean;
  /** Where screenshots and traces go. */
  readonly attachments: string;
  /** What differs from the fixtures in every world. */
  readonly fixtures?: FixtureChanges;
  /** Aborted while it boots: what was started is ended, and `boot` rejects with `Interrupted`. */
  readonly interrupted?: AbortSignal;
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

  const { authority, workloads, authorityPemFile } = await authoritiesOfRun(lease.runFolder);
  const idpNames = lentNames();
  const exit = await startIdpExit(options.wanted, idpNames);
  onClose(() => exit.close());

  const browser = options.mode === 'browser' ? browserFor(lease, authority.certificateDer, options.headed ?? false) : undefined;
  if (browser) onClose(() => browser.run.close());
  const startedAtMs = performance.now();
  const chosen = await startIdp(options, { exit, authorityPemFile, lease, cacheFolder: cache });
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

/** Nothing outside the run trusts them, and they end with it. */
async function authoritiesOfRun(runFolder: string) {
  const [authority, workloads] = await Promise.all([
    createAuthority({ name: 'Tempered run authority' }),
    createWorkloadAuthority({ name: 'Tempered workload authority' }),
  ]);
  const authorityPemFile = join(runFolder, 'authority.pem');
  await writeFile(authorityPemFile, authority.certificatePem);
  return { authority, workloads, authorityPemFile };
}
