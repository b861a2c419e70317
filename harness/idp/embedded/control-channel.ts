/** Our end of the embedded identity provider's control channel: starts its process, asks, and notices when it is gone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ControlAnswer,
  type ControlOperations,
  type ControlRequest,
  type ControlVerb,
  embeddedIdpEntry,
} from '../../../fakes/index.ts';
import type { Lease } from '../driver.ts';

const answerTimeoutMs = 10_000;
const stopTimeoutMs = 3_000;

export type Takes<Verb extends ControlVerb> = ControlOperations[Verb]['takes'];
export type Gives<Verb extends ControlVerb> = ControlOperations[Verb]['gives'];

export class ControlChannel {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: ControlAnswer) => void>();
  #lastId = 0;

  /** Its errors go to `embedded-idp.log` in the run's folder. The process is leased before it is asked anything. */
  constructor(runFolder: string, lease: Lease) {
    const log = openSync(join(runFolder, 'embedded-idp.log'), 'a');
    const env = { NODE_ENV: 'production', ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }) };
    // A clean environment: a proxy variable of the shell must not become its way out.
    // A group of its own where there are groups: a terminal's Ctrl-C is for the run to handle.
    const detached = process.platform !== 'win32';
    this.#child = spawn(process.execPath, [fileURLToPath(embeddedIdpEntry)], { env, detached, stdio: ['ignore', 'ignore', log, 'ipc'] });
    closeSync(log);
    if (this.#child.pid !== undefined) lease.process(this.#child.pid);
    this.#child.on('message', (answer: ControlAnswer) => this.#waiting.get(answer.id)?.(answer));
    this.#child.on('exit', () => this.#abandon()).on('error', () => this.#abandon());
  }

  #abandon(): void {
    for (const [id, settle] of this.#waiting) settle({ id, problem: 'it ended before it answered' });
  }

  get runs(): boolean {
    return this.#child.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Rejects when the process is gone, refuses, or does not answer in 10 s. */
  async ask<Verb extends ControlVerb>(verb: Verb, takes: Takes<Verb>): Promise<Gives<Verb>> {
    if (!this.runs) throw new Error(`the embedded identity provider is not running (asked for ${verb})`);
    this.#lastId += 1;
    const id = this.#lastId;
    const answer = await new Promise<ControlAnswer>((resolve) => {
      const timer = setTimeout(() => resolve({ id, problem: `no answer in ${answerTimeoutMs} ms` }), answerTimeoutMs);
      this.#waiting.set(id, (answered) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answered);
      });
      const request = { id, verb, takes } as ControlRequest;
      this.#child.send(request, (problem) => problem && this.#waiting.get(id)?.({ id, problem: 'it could not be asked' }));
    });
    if ('problem' in answer) throw new Error(`the embedded identity provider, asked for ${verb}: ${answer.problem}`);
    return answer.gives as Gives<Verb>;
  }

  /** SIGSTOP and SIGCONT, to the process alone. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child.kill(name);
  }

  /** SIGKILL. Resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end, stopped or not, and kills it when it does not in 3 s. Resolves when it is gone. */
  async stop(): Promise<void> {
    if (!this.runs) return;
    if (process.platform !== 'win32') this.signal('SIGCONT');
    const deadline = setTimeout(() => this.#child.kill('SIGKILL'), stopTimeoutMs);
    await this.#end('SIGTERM');
    clearTimeout(deadline);
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!this.runs) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill(signal);
    await gone;
  }
}
