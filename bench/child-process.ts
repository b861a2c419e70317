/** Runs a program in a process of its own, where nothing else lives that could be measured with it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Lease } from '../harness/idp/index.ts';
import type { Bench } from './figure.ts';

export type Errand = {
  readonly script: URL;
  readonly words: readonly string[];
  readonly nodeFlags?: readonly string[];
  readonly lease: Lease;
  /** Hears each line of standard error. */
  readonly progress: Bench['progress'];
};
/** `printed`: its standard output. `wallMs`: from before its start to after its end. */
export type Ended = { readonly exitCode: number; readonly printed: string; readonly wallMs: number };

/** Rejects when the program was killed; any exit code is the caller's to judge. */
export async function sentOut({ script, words, nodeFlags = [], lease, progress }: Errand): Promise<Ended> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, fileURLToPath(script), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const ended = once(child, 'close');
  await once(child, 'spawn');
  if (child.pid !== undefined) lease.process(child.pid);
  const parts: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void parts.push(text));
  createInterface({ input: child.stderr }).on('line', progress);
  const [exitCode, signal] = (await ended) as [number | null, string | null];
  if (exitCode === null) throw new Error(`${fileURLToPath(script)} was ended by ${String(signal)}`);
  return { exitCode, printed: parts.join(''), wallMs: performance.now() - startedAt };
}
