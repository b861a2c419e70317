/** A share of a run in a process of its own, as the process that leads the run holds it. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Lease } from '../idp/driver.ts';
import { startOwnProcess } from '../lease/index.ts';
import { compiledCodeFolder } from '../setup/cache-folder.js';
import type { Planned } from './plan.ts';
import type { Share, ShareOptions } from './share.ts';
import type { Broke, FromShare, Handed, ToShare } from './share-messages.ts';

const entry = new URL(import.meta.url.endsWith('.ts') ? './share-process-entry.ts' : './share-process-entry.js', import.meta.url);

/** The process of a share ended before it brought anything back: what it ran is not judged. */
export class ShareLost extends Error {
  override readonly name = 'ShareLost';
  readonly remedy = 'run it again; with fewer --workers it needs less memory, and --workers 1 runs it in one process.';
}

/** As `runShare`, elsewhere. Rejects also with `ShareLost`. When it settles, the process is gone, or is killed because it could not be told anything. */
export async function runShareElsewhere(options: ShareOptions, lease: Pick<Lease, 'process'>): Promise<Share> {
  // The shell's environment is ours, too: it names browsers and caches. Its standard error is ours for what the runtime itself has to say.
  const environment = { ...process.env, NODE_COMPILE_CACHE: compiledCodeFolder() };
  const nodeOptions = ['--disable-warning=ExperimentalWarning'];
  const { child } = await startOwnProcess({ entry, nodeOptions, environment, errors: 'inherit', lease });
  try {
    return await broughtBack(child, options);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

async function broughtBack(child: ChildProcess, { work, interrupted, abandoned, progress, ...order }: ShareOptions): Promise<Share> {
  const tell = (said: ToShare): void => void child.send(said, () => {});
  let last: Extract<FromShare, { say: 'broke' | 'done' }> | undefined;
  child.on('message', (said: FromShare) => {
    if (said.say === 'started') progress.scenarioStarted(said.id);
    else if (said.say === 'ended') progress.scenarioEnded(said.result);
    else if (said.say === 'judging') progress.phase('checkers');
    else if (said.say === 'warning') progress.warn(said.text);
    else if (said.say === 'next') void handOut(said);
    else last = said;
  });
  const handOut = async ({ kind, question }: Extract<FromShare, { say: 'next' }>): Promise<void> => {
    const next = interrupted.aborted || abandoned?.aborted ? undefined : await work(kind);
    tell({ say: 'handed', question, next: next && withoutScenario(next) });
  };
  tell({ say: 'begin', order });
  const unheard = [told(interrupted, () => tell({ say: 'interrupted' })), told(abandoned, () => tell({ say: 'abandoned' }))];
  const [code, signal] = await once(child, 'close');
  for (const stop of unheard) stop();
  if (last?.say === 'done') return last.share;
  if (last?.say === 'broke') throw thrown(last.problem);
  throw new ShareLost(
    `a process that this run was shared out to ended with ${signal ?? code} before it was done: what it ran is not judged, so there is no verdict.`,
  );
}

/** Says it when the signal is aborted, or was. Gives a way to say nothing any more. */
function told(signal: AbortSignal | undefined, say: () => void): () => void {
  signal?.addEventListener('abort', say, { once: true });
  if (signal?.aborted) say();
  return () => signal?.removeEventListener('abort', say);
}

const withoutScenario = ({ scenario: _, ...handed }: Planned): Handed => handed;

/** The same error again: with the stack that it has there, for whoever asks where it broke. */
const thrown = ({ message, ...more }: Broke): Error => Object.assign(new Error(message), more);
