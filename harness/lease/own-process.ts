/** A Node process of our own, with a channel to it: leased before it is told anything, so that it never outlives the run. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Lease } from '../idp/driver.ts';

export type OwnProcessOptions = {
  readonly entry: URL;
  readonly nodeOptions: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Where its standard error goes: to whoever holds it, or to ours. */
  readonly errors: 'inherit' | 'pipe';
  readonly lease: Pick<Lease, 'process'>;
};

/** Rejects when it cannot be started or leased; then nothing runs. */
export async function startOwnProcess({ entry, nodeOptions, environment, errors, lease }: OwnProcessOptions): Promise<{
  readonly child: ChildProcess;
  readonly pid: number;
}> {
  const child = spawn(process.execPath, [...nodeOptions, fileURLToPath(entry)], {
    env: environment,
    stdio: ['ignore', 'ignore', errors, 'ipc'],
    serialization: 'advanced',
    // A group of its own where there are groups: a terminal's Ctrl-C is for the process that leads to handle, also before this one could hear it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  await once(child, 'spawn');
  try {
    const { pid } = child;
    if (pid === undefined) throw new Error('a process that was started has no number');
    lease.process(pid);
    return { child, pid };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}
