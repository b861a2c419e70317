/** What one process takes of a run: it boots what it needs, runs what it is handed, and judges all that happened in it. */
import { checkers, type RunEvidence, runChecker } from '../checkers/index.ts';
import type { Progress } from '../progress/progress.ts';
import type { CheckerResult, RunResults, ScenarioResult } from '../verdict/results.ts';
import type { RunningWorld } from '../world/world.ts';
import { type Booted, boot, Interrupted } from './boot.ts';
import { gatherEvidence } from './evidence.ts';
import type { RunOptions } from './run-options.ts';
import { runPlan } from './run-plan.ts';
import type { Work } from './work.ts';

export type ShareOptions = Omit<RunOptions, 'planned' | 'command' | 'workers' | 'shares'> & {
  readonly work: Work;
  /** How many it runs in, at least one. */
  readonly worlds: number;
  /** How many all shares of the run have together. */
  readonly worldsInAll: number;
  /** Aborted when the run comes to nothing, because another share of it broke: nothing more is started, and nothing is judged. */
  readonly abandoned?: AbortSignal;
};

/** Can be sent from one process to another. */
export type Share = {
  readonly idp: RunResults['idp'];
  readonly browser?: string;
  readonly worlds: number;
  readonly results: readonly ScenarioResult[];
  readonly judged: readonly CheckerResult[];
  readonly warnings: readonly string[];
};

/** Rejects only when nothing could be run at all (`NoIdentityProvider`, `NoBrowser`, `SourceAddressMissing`, `Interrupted`, …), and with `Interrupted` when it was abandoned. */
export async function runShare(wanted: ShareOptions): Promise<Share> {
  const { progress, worlds, abandoned } = wanted;
  const options = abandoned ? { ...wanted, interrupted: AbortSignal.any([wanted.interrupted, abandoned]) } : wanted;
  const booted = await boot({
    ...options,
    plainPages: !options.headed,
    chose: (words) => progress.phase('identity provider', words),
    progress: (message) => progress.note(message),
  });
  try {
    progress.phase('worlds', worldsInWords(options));
    const running = await startedWorlds(booted, options);
    progress.phase('scenarios');
    const { results, warnings } = await runPlan({ ...options, worlds: running, booted });
    if (abandoned?.aborted) throw new Interrupted('another share of the run broke');
    const texts = [{ name: 'the results', text: JSON.stringify(results) }];
    const judged = await judgedByAll(await gatherEvidence({ worlds: running, sockets: booted.sockets, texts }), progress);
    return {
      idp: idpOf(booted, options),
      ...(booted.browser === undefined ? {} : { browser: booted.browser }),
      worlds,
      results,
      judged,
      warnings: [...booted.chosen.warnings, ...warnings],
    };
  } finally {
    await booted.close();
  }
}

const worldsInWords = ({ worlds, worldsInAll, processes }: ShareOptions): string =>
  `${worlds === worldsInAll ? '' : `${worlds} of `}${worldsInAll}, ${processes ? 'each zone in a process of its own' : 'the zones of each in one process'}`;

/** What breaks off because somebody asked for the end is no fault of the start. */
async function startedWorlds(booted: Booted, { worlds, interrupted }: ShareOptions): Promise<readonly RunningWorld[]> {
  try {
    return await Promise.all(Array.from({ length: worlds }, (_, index) => booted.startWorld(index + 1)));
  } catch (error) {
    throw interrupted.aborted ? new Interrupted('it was interrupted while its worlds started') : error;
  }
}

const idpOf = ({ chosen, idpReadyMs }: Booted, { headed }: ShareOptions): RunResults['idp'] => ({
  driver: chosen.idp.driver,
  version: chosen.idp.version,
  because: chosen.because,
  passedOver: chosen.passedOver.map(({ driver, why }) => ({ driver, why })),
  readyMs: idpReadyMs,
  ...(chosen.idp.driver === 'embedded' ? {} : { plainPages: !headed }),
});

/** One after the other, each announced: some read every byte of the run for seconds, and whoever interrupts is heard between them. */
async function judgedByAll(evidence: RunEvidence, progress: Progress): Promise<readonly CheckerResult[]> {
  const judged: CheckerResult[] = [];
  for (const checker of checkers) {
    progress.phase('checkers', `${judged.length + 1} of ${checkers.length}: ${checker.claim}`);
    await new Promise(setImmediate);
    judged.push(runChecker(checker, evidence));
  }
  return judged;
}
