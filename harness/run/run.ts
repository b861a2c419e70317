/** A whole run: plan, shares, checkers, results. One failing scenario never stops the others; a share that is lost ends the run, for what it ran is not judged. */
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
  const told = announced(more.progress, { notes, planned: planned.length, shares: parts.length });
  const shareOf = (part: Part, at: number): ShareOptions => ({
    ...more,
    ...part,
    seed: seedOfShare(more.seed, at),
    progress: told[at] ?? more.progress,
  });
  const wanted = parts.map(shareOf);
  const ran = await (wanted.length > 1 ? inProcesses(wanted) : Promise.all(wanted.map(runShare)));
  return assembled(options, { startedAtMs, shares: ran });
}

const sharesInWords = (parts: readonly Part[]): readonly string[] =>
  parts.length > 1 ? [`shared out among ${parts.length} processes, with ${parts.map(({ worlds }) => worlds).join(' + ')} worlds`] : [];

/** The first is run here. What breaks one of them ends the others, for then nothing is judged; an interruption that comes before one was ready only leaves that one out. */
async function inProcesses(wanted: readonly ShareOptions[]): Promise<readonly Share[]> {
  const lease = await openLease({ cacheFolder: cacheFolder() });
  const abandoned = new AbortController();
  let broke: unknown;
  const running = wanted.map((options, at) => {
    const share = { ...options, abandoned: abandoned.signal };
    return (at === 0 ? runShare(share) : runShareElsewhere(share, lease)).catch((error: unknown) => {
      if (!isInterruption(error)) broke ??= error;
      if (broke !== undefined) abandoned.abort();
      throw error;
    });
  });
  const settled = await Promise.allSettled(running).finally(() => lease.close());
  if (broke !== undefined) throw broke;
  const shares = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  if (shares.length === 0) throw new Interrupted('it was interrupted while it started');
  return shares;
}

/** Also one that another process told of. */
const isInterruption = (error: unknown): boolean => error instanceof Error && error.name === Interrupted.name;
