/** Runs the chosen scenarios, writes every document of the run, and says the last words; whatever stops it, the terminal is given back and nothing is left running. */
import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { amount } from '../../../reports/index.ts';
import { type Progress, progressOn, underWay } from '../../progress/index.ts';
import { NoResultsFolder, prepareResultsFolder, type ResultsFolder } from '../../results-folder/index.ts';
import { Interrupted } from '../../run/boot.ts';
import { defaultWorkers, sharesFor } from '../../run/how-many.ts';
import type { Planned } from '../../run/plan.ts';
import { runSuite } from '../../run/run.ts';
import { projectFolder } from '../../setup/cache-folder.js';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { RunResults } from '../../verdict/results.ts';
import { type Interruption, onInterruption } from '../interruption.ts';
import { UsageError } from '../usage-error.ts';
import { documentsWritten } from './documents.ts';
import { commandOf, type RunWish } from './options.ts';

type Context = {
  readonly wish: RunWish;
  readonly planned: readonly Planned[];
  readonly folder: ResultsFolder;
  readonly progress: Progress;
  readonly interruption: Interruption;
};

/** Gives the exit code of the verdict; 3 when it was interrupted before anything could run; 4 when a document of the run is lost. Rejects when nothing could be run at all. */
export async function runAndReport(wish: RunWish, planned: readonly Planned[]): Promise<number> {
  const folder = await resultsFolder(wish);
  const { progress, awaited } = underWay(progressOn());
  const interruption = onInterruption((name) =>
    progress.warn(`${name}: waiting for ${awaited()}; nothing more is started. Once more ends everything at once, without a report`),
  );
  const context: Context = { wish, planned, folder, progress, interruption };
  try {
    return await reported(context, await ran(context));
  } catch (error) {
    progress.close();
    await withoutEmptyFolder(folder);
    if (!(error instanceof Interrupted)) throw error;
    process.stderr.write('tempered: interrupted before a scenario was run; there is nothing to report\n');
    return exitCodes.inconclusive;
  } finally {
    interruption.release();
  }
}

/** A folder that was named and cannot be used is a mistake in the words; one of our own is a broken machine. */
async function resultsFolder({ out, seed }: RunWish): Promise<ResultsFolder> {
  const wanted = { root: join(projectFolder, 'results'), startedAtMs: Date.now(), seed };
  if (out === undefined) return prepareResultsFolder(wanted);
  return prepareResultsFolder({ ...wanted, out }).catch((error: unknown) => {
    throw error instanceof NoResultsFolder ? new UsageError(error.message) : error;
  });
}

async function ran({ wish, planned, folder, progress, interruption }: Context): Promise<RunResults> {
  const command = commandOf(wish);
  const workers = wish.workers ?? defaultWorkers(wish.wanted);
  progress.phase('preparing', `${amount(planned.length, 'scenario')}, seed ${wish.seed}`);
  if (folder.movedAside !== undefined) progress.note(`an earlier run was in the way and lies now in ${folder.movedAside}`);
  return runSuite({
    planned,
    command,
    progress,
    wanted: wish.wanted,
    mode: wish.mode,
    headed: wish.headed,
    processes: wish.processes,
    seed: wish.seed,
    workers,
    shares: sharesFor({ ...wish, workers, scenarios: planned.length }),
    attachments: join(folder.path, 'attachments'),
    interrupted: interruption.signal,
    ...(wish.image === undefined ? {} : { image: wish.image }),
  });
}

async function reported({ wish, folder, progress }: Context, results: RunResults): Promise<number> {
  progress.phase('reports');
  const { paths, lost } = await documentsWritten(results, folder, wish.json);
  progress.done(results, paths);
  return lost ? exitCodes.error : results.exitCode;
}

/** A run that never began leaves no folder. One that kept anything keeps it, with the mark that it is a run's, so that the next one may move it aside. */
export async function withoutEmptyFolder({ path }: Pick<ResultsFolder, 'path'>): Promise<void> {
  const kept = await readdir(path).catch(() => []);
  if (kept.some((name) => name !== '.tempered-results')) return;
  await rm(join(path, '.tempered-results'), { force: true });
  await rmdir(path).catch(() => {});
}
