/** A zone's own process as the harness holds it: starts it, asks it, hears its reports, and sees to its end. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Lease } from '../../idp/driver.ts';
import { startOwnProcess } from '../../lease/index.ts';
import { compiledCodeFolder } from '../../setup/cache-folder.js';
import type { Answer, Report } from './zone-messages.ts';

const answerTimeoutMs = 30_000;
const endTimeoutMs = 3_000;
const entry = new URL(import.meta.url.endsWith('.ts') ? './zone-process-entry.ts' : './zone-process-entry.js', import.meta.url);

/** The last two keep the heap close to what a zone needs: a fifth less memory for each, at no cost that a run shows. */
export const nodeOptions = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=1', '--v8-pool-size=1'] as const;

/** The process ended before it answered, whoever ended it. */
export class ZoneGone extends Error {
  override readonly name = 'ZoneGone';
}

export type ZoneProcessOptions = {
  /** For messages. */
  readonly zone: string;
  readonly lease: Pick<Lease, 'process'>;
  reported(report: Report): void;
  /** The process ended although nobody here asked it to. */
  died(how: string): void;
};

export type ZoneProcess = {
  readonly pid: number;
  runs(): boolean;
  /** Rejects with `ZoneGone`; with what the zone itself threw, name and message; or after 30 s without an answer. */
  ask(method: string, ...parameters: readonly unknown[]): Promise<unknown>;
  /** SIGTERM, and SIGKILL when it stays for 3 s. Resolves when it is gone. */
  end(): Promise<void>;
};

/** A clean one: a proxy variable of the shell must not become a zone's way out. With code that was compiled before, a zone needs 15 MB less. */
export const zoneEnvironment = (): Readonly<Record<string, string>> => ({
  NODE_ENV: 'production',
  NODE_COMPILE_CACHE: compiledCodeFolder(),
  ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
});

/** Rejects when it cannot be started or leased; then nothing runs. Configuration never stands in its arguments or environment: it is sent. */
export async function startZoneProcess(options: ZoneProcessOptions): Promise<ZoneProcess> {
  const { lease } = options;
  const { child, pid } = await startOwnProcess({ entry, nodeOptions, environment: zoneEnvironment(), errors: 'pipe', lease });
  return held(child, pid, options);
}

function held(child: ChildProcess, pid: number, { zone, reported, died }: ZoneProcessOptions): ZoneProcess {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let ending = false;
  const runs = (): boolean => child.exitCode === null && child.signalCode === null;
  const gone = once(child, 'exit').then(([code, signal]) => {
    for (const [id, settle] of waiting) settle({ id, problem: { name: 'ZoneGone', message: 'its process ended' } });
    if (!ending) died(`the process of zone ${zone} ended with ${signal ?? code}`);
  });
  child.on('message', (said: Answer | Report) => ('report' in said ? reported(said) : waiting.get(said.id)?.(said)));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => reported({ report: 'error', message: `zone ${zone}: ${text.trimEnd()}` }));

  const ask = async (method: string, ...parameters: readonly unknown[]): Promise<unknown> => {
    if (!runs()) throw new ZoneGone(`the process of zone ${zone} does not run (asked for ${method})`);
    lastId += 1;
    const id = lastId;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    waiting.set(id, resolve);
    const timer = setTimeout(resolve, answerTimeoutMs, {
      id,
      problem: { name: 'ZoneSilent', message: `no answer in ${answerTimeoutMs} ms` },
    });
    // When it cannot be sent, the process is about to be gone, and its end settles this.
    child.send({ id, method, parameters }, () => {});
    const answer = await promise;
    clearTimeout(timer);
    waiting.delete(id);
    if ('gives' in answer) return answer.gives;
    const message = `zone ${zone}, asked for ${method}: ${answer.problem.message}`;
    throw answer.problem.name === 'ZoneGone' ? new ZoneGone(message) : Object.assign(new Error(message), { name: answer.problem.name });
  };
  const end = async (): Promise<void> => {
    ending = true;
    if (!runs()) return gone;
    child.kill('SIGTERM');
    const deadline = setTimeout(() => child.kill('SIGKILL'), endTimeoutMs);
    await gone;
    clearTimeout(deadline);
  };
  return { pid, runs, ask, end };
}
