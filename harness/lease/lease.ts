/** Opens the lease of a run: starts its keeper, and makes the run's temporary folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Lease } from '../idp/driver.ts';
import { mayBeRemoved } from './lease-file.js';

const readyTimeoutMs = 10_000;
/** The keeper's own limits together: two seconds of asking, five of waiting, twenty for a container engine. */
const endTimeoutMs = 30_000;

export type LeaseOptions = {
  /** The project's cache: lease files lie in its folder `leases`, where the next start finds those that nobody ended. */
  readonly cacheFolder: string;
};

export type OpenLease = Lease & {
  /** A fresh temporary folder of this run alone. */
  readonly runFolder: string;
  /** Ends everything that was leased, the run's folder last. Rejects when something could not be ended. May be called twice. */
  close(): Promise<void>;
};

/** First ends what dead runs left behind. Rejects when the keeper does not start in 10 s: without one nothing may be started. */
export async function openLease({ cacheFolder }: LeaseOptions): Promise<OpenLease> {
  const leases = join(cacheFolder, 'leases');
  mkdirSync(leases, { recursive: true });
  if (readdirSync(leases).some((name) => name.endsWith('.json'))) await ended(runKeeper(['sweep', leases], leases));
  const file = join(leases, `${randomUUID()}.json`);
  const runFolder = await mkdtemp(join(await realpath(tmpdir()), 'tempered-run-'));
  const keeper = await startKeeper(['keep', file, String(process.pid), runFolder], leases);
  return { ...leaseOf(keeper, file, leases), runFolder };
}

function runKeeper(parameters: readonly string[], cwd: string): ChildProcess {
  const entry = fileURLToPath(new URL('./keeper.js', import.meta.url));
  const env = { ...process.env, NODE_OPTIONS: '' };
  // Detached: a session of its own, so that a signal to the run's process group does not reach it.
  return spawn(process.execPath, [entry, ...parameters], {
    cwd,
    env,
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

async function startKeeper(parameters: readonly string[], leases: string): Promise<ChildProcess> {
  const keeper = runKeeper(parameters, leases);
  const { stdout } = keeper;
  if (stdout === null) throw new Error('the keeper has no output');
  const signal = AbortSignal.timeout(readyTimeoutMs);
  const gone = once(keeper, 'exit', { signal }).then(() => Promise.reject(new Error('the keeper ended before it was ready')));
  gone.catch(() => {});
  await Promise.race([once(stdout, 'data', { signal }), gone]);
  // The run must be able to end without asking the keeper: none of this holds its event loop.
  stdout.destroy();
  keeper.unref();
  return keeper;
}

function leaseOf(keeper: ChildProcess, file: string, leases: string): Omit<OpenLease, 'runFolder'> {
  const { stdin } = keeper;
  if (stdin === null) throw new Error('the keeper has no input');
  stdin.on('error', () => {});
  if ('unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
  let closing: Promise<void> | undefined;
  const tell = (command: Readonly<Record<string, string | number>>): void => {
    if (closing !== undefined) throw new Error('the lease is closed: nothing may be started any more');
    if (keeper.exitCode !== null || keeper.signalCode !== null || stdin.destroyed)
      throw new Error('the keeper is gone: what is started now would outlive the run');
    stdin.write(`${JSON.stringify(command)}\n`);
  };
  return {
    process: (pid) => tell({ process: pid }),
    container: (id) => tell({ container: id }),
    folder(path) {
      if (!mayBeRemoved(path)) throw new Error(`a leased folder lies below the temporary folder, or is named tempered-…: ${path}`);
      tell({ folder: path });
    },
    close() {
      closing ??= close(keeper, file, leases);
      return closing;
    },
  };
}

async function close(keeper: ChildProcess, file: string, leases: string): Promise<void> {
  const killed = keeper.exitCode !== null || keeper.signalCode !== null;
  if (!killed) keeper.stdin?.write(`${JSON.stringify({ over: true })}\n`);
  await ended(killed ? runKeeper(['end', file], leases) : keeper);
}

/** Closes the pipe, which is the keeper's sign, and waits for its end. */
async function ended(keeper: ChildProcess): Promise<void> {
  keeper.ref();
  const exit = keeper.exitCode === null ? once(keeper, 'exit', { signal: AbortSignal.timeout(endTimeoutMs) }) : [keeper.exitCode];
  keeper.stdin?.end();
  const [code] = await exit;
  if (code !== 0)
    throw new Error(`the keeper could not end everything that was leased (it ended with ${String(code)}); the next start tries again`);
}
