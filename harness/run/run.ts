/** A whole run: plan, shares, checkers, results. One failing scenario never stops the others; a share that is lost ends the run, for what it ran is not judged. */
import { mkdir } from 'node:fs/promises';
import { openLease } from '../lease/index.ts';
import { cacheFolder } from '../setup/cache-folder.js';
import type { RunResults } from '../verdict/results.ts';
import { assembled } from './assembled.ts';
import { Interrupted } from './boot.ts';
import { runsAlone } from './plan.ts';
import type { RunOptions } from './run-options.ts';
import { runShare, type Share, type ShareOptions } from './share.ts';
import { runShareElsewhere } from './share-process.ts';
import { workOf } from './work.ts';

/** Rejects only when nothing could be run at all (`NoIdentityProvider`, `NoBrowser`, `SourceAddressMissing`, …), or a part of it was lost (`ShareLost`). */
export async function runSuite(options: RunOptions): Promise<RunResults> {
  const startedAtMs = Date.now();
  const { progress, planned, shares = 1 } = options;
  progress.note(`seed ${options.seed}; to repeat: ${options.command}`);
  progress.planned(planned.length);
  const { workers: _, command: __, planned: ___, shares: ____, ...common } = options;
  const ran = shares > 1 ? await inProcesses(common, sharedOut(options, shares)) : [await runShare({ ...common, ...whole(options) })];
  return assembled(options, { startedAtMs, shares: ran });
}

type Part = Pick<ShareOptions, 'work' | 'worlds'>;

const whole = ({ planned, workers }: RunOptions): Part => {
  const together = planned.filter(({ scenario }) => !runsAlone(scenario));
  return { work: workOf(planned), worlds: Math.max(1, Math.min(workers, together.length)) };
};

/** Shares take what runs side by side from the same queue. What needs a process to itself has one more, with one world: most of that is waiting. */
function sharedOut(options: RunOptions, shares: number): readonly Part[] {
  const { work, worlds } = whole(options);
  const nothing = async (): Promise<undefined> => undefined;
  const sideBySide = spread(worlds, shares).map((count) => ({ work: { ...work, alone: nothing }, worlds: count }));
  const apart = { work: { ...work, besideOthers: nothing }, worlds: 1 };
  return options.planned.some(({ scenario }) => runsAlone(scenario)) ? [...sideBySide, apart] : sideBySide;
}

/** So many for each, as evenly as they can be. */
const spread = (worlds: number, shares: number): readonly number[] =>
  Array.from({ length: Math.min(worlds, shares) }, (_, at) => Math.floor((worlds + at) / Math.min(worlds, shares)));

/** The first is run here. What breaks one of them ends the others; an interruption that comes before one was ready only leaves that one out. */
async function inProcesses(common: Omit<ShareOptions, keyof Part>, parts: readonly Part[]): Promise<readonly Share[]> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  const lease = await openLease({ cacheFolder: cache });
  const broken = new AbortController();
  const interrupted = AbortSignal.any([common.interrupted, broken.signal]);
  const running = parts.map((part, at) => {
    const share = { ...common, ...part, interrupted };
    return (at === 0 ? runShare(share) : runShareElsewhere(share, lease)).catch((error: unknown) => {
      if (!isInterruption(error)) broken.abort();
      throw error;
    });
  });
  const settled = await Promise.allSettled(running).finally(() => lease.close());
  const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  const shares = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const worst = failures.find((failure) => !isInterruption(failure)) ?? (shares.length === 0 ? failures[0] : undefined);
  if (worst !== undefined) throw worst;
  return shares;
}

/** Also one that another process told of. */
const isInterruption = (error: unknown): boolean => error instanceof Error && error.name === Interrupted.name;
