/** A whole run: plan, shares, checkers, results. One failing scenario never stops the others; a share that is lost ends the run, for what it ran is not judged. */
import { mkdir } from 'node:fs/promises';
import { openLease } from '../lease/index.ts';
import { cacheFolder } from '../setup/cache-folder.js';
import type { RunResults } from '../verdict/results.ts';
import { announced } from './announced.ts';
import { assembled } from './assembled.ts';
import { Interrupted } from './boot.ts';
import { type Part, seedOfShare, sharedOut, whole } from './parts.ts';
import type { RunOptions } from './run-options.ts';
import { runShare, type Share, type ShareOptions } from './share.ts';
import { runShareElsewhere } from './share-process.ts';

/** Rejects only when nothing could be run at all (`NoIdentityProvider`, `NoBrowser`, `SourceAddressMissing`, …), or a part of it was lost (`ShareLost`). */
export async function runSuite(options: RunOptions): Promise<RunResults> {
  const startedAtMs = Date.now();
  const { planned, command, workers, shares = 1, ...more } = options;
  const wish = { planned, workers };
  const parts = shares > 1 ? sharedOut(wish, shares) : [whole(wish)];
  const notes = [`seed ${more.seed}; to repeat: ${command}`, ...sharesInWords(parts)];
  const common = { ...more, progress: announced(more.progress, { notes, planned: planned.length }) };
  const ran = await (parts.length > 1 ? inProcesses(common, parts) : Promise.all(parts.map((part) => runShare({ ...common, ...part }))));
  return assembled(options, { startedAtMs, shares: ran });
}

const sharesInWords = (parts: readonly Part[]): readonly string[] =>
  parts.length > 1 ? [`shared out among ${parts.length} processes, with ${parts.map(({ worlds }) => worlds).join(' + ')} worlds`] : [];

/** The first is run here. What breaks one of them ends the others; an interruption that comes before one was ready only leaves that one out. */
async function inProcesses(common: Omit<ShareOptions, keyof Part>, parts: readonly Part[]): Promise<readonly Share[]> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  const lease = await openLease({ cacheFolder: cache });
  const broken = new AbortController();
  const interrupted = AbortSignal.any([common.interrupted, broken.signal]);
  const running = parts.map((part, at) => {
    const share = { ...common, ...part, seed: seedOfShare(common.seed, at), interrupted };
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
