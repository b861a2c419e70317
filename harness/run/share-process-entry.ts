/** Where the process of a share begins: runs what it is handed, tells how it goes, brings its share back, and ends with the process that leads the run. */
import type { Progress } from '../progress/progress.ts';
import { scenarioOf } from './load-scenarios.ts';
import type { Planned } from './plan.ts';
import { runShare } from './share.ts';
import type { Broke, FromShare, Handed, Order, ToShare } from './share-messages.ts';
import { silentProgress } from './silent-progress.ts';
import type { WorkKind } from './work.ts';

/** Where there are no groups of processes, a terminal's Ctrl-C arrives here, too: the process that leads says what comes of it. */
process.on('SIGINT', () => {});
/** Nobody is there any more to bring anything to; the keeper of this process ends what it started. */
process.on('disconnect', () => process.exit(0));
for (const event of ['uncaughtException', 'unhandledRejection'] as const) process.on(event, (error: unknown) => lastWord(broke(error)));

const stops = { interrupted: new AbortController(), abandoned: new AbortController() } as const;
const waiting = new Map<number, (next: Handed | undefined) => void>();

const tell = (said: FromShare): void => void process.send?.(said);
const lastWord = (said: FromShare): void => void process.send?.(said, () => process.exit(0));
const broke = (error: unknown): FromShare => ({ say: 'broke', problem: inWords(error) });

function inWords(error: unknown): Broke {
  if (!(error instanceof Error)) return { name: 'Error', message: `something unexpected was thrown: ${typeof error}` };
  const remedy = 'remedy' in error && typeof error.remedy === 'string' ? { remedy: error.remedy } : {};
  return { name: error.name, message: error.message, ...remedy, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}

/** Only what happens to scenarios, and that it has come to the checks: how a share boots is told of the one in the process that leads. */
const progress: Progress = {
  ...silentProgress,
  phase: (name) => name === 'checkers' && tell({ say: 'judging' }),
  warn: (text) => tell({ say: 'warning', text }),
  scenarioStarted: (id) => tell({ say: 'started', id }),
  scenarioEnded: (result) => tell({ say: 'ended', result }),
};

let questions = 0;
async function asked(kind: WorkKind): Promise<Planned | undefined> {
  questions += 1;
  const { promise, resolve } = Promise.withResolvers<Handed | undefined>();
  waiting.set(questions, resolve);
  tell({ say: 'next', question: questions, kind });
  const next = await promise;
  return next && { ...next, scenario: await scenarioOf(next) };
}

async function begin(order: Order): Promise<void> {
  try {
    lastWord({
      say: 'done',
      share: await runShare({ ...order, work: asked, progress, interrupted: stops.interrupted.signal, abandoned: stops.abandoned.signal }),
    });
  } catch (error) {
    lastWord(broke(error));
  }
}

process.on('message', (said: ToShare) => {
  if (said.say === 'begin') void begin(said.order);
  else if (said.say !== 'handed') stops[said.say].abort();
  else {
    waiting.get(said.question)?.(said.next);
    waiting.delete(said.question);
  }
});
