/** A whole run: plan, boot, worlds, scenarios in parallel and then alone, checkers, results. One failing scenario never stops the others. */
import { checkers, type RunEvidence, runChecker } from '../checkers/index.ts';
import type { Progress } from '../progress/progress.ts';
import type { CheckerResult, RunResults } from '../verdict/results.ts';
import { assembled } from './assembled.ts';
import { boot } from './boot.ts';
import { gatherEvidence } from './evidence.ts';
import { runsAlone } from './plan.ts';
import type { RunOptions } from './run-options.ts';
import { runPlan } from './run-plan.ts';

/** Rejects only when nothing could be run at all (`NoIdentityProvider`, `NoBrowser`, `SourceAddressMissing`, …). */
export async function runSuite(options: RunOptions): Promise<RunResults> {
  const startedAtMs = Date.now();
  const { progress, planned } = options;
  const worlds = Math.max(1, Math.min(options.workers, planned.filter(({ scenario }) => !runsAlone(scenario)).length));
  const booted = await boot({
    ...options,
    worlds,
    chose: (words) => progress.phase('identity provider', words),
    progress: (message) => progress.note(message),
  });
  try {
    const { chosen } = booted;
    progress.note(`seed ${options.seed}; to repeat: ${options.command}`);
    progress.phase('worlds', `${worlds}, ${options.processes ? 'each zone in a process of its own' : 'all zones in one process'}`);
    const running = await Promise.all(Array.from({ length: worlds }, (_, index) => booted.startWorld(index + 1)));
    progress.phase('scenarios');
    progress.planned(planned.length);
    const { results, warnings } = await runPlan({ ...options, worlds: running, booted });
    const texts = [{ name: 'the results', text: JSON.stringify(results) }];
    const evidence = await gatherEvidence({ worlds: running, sockets: booted.sockets, texts });
    const judged = await judgedByAll(evidence, progress);
    return assembled(options, { booted, startedAtMs, results, judged, worlds, warnings: [...chosen.warnings, ...warnings] });
  } finally {
    await booted.close();
  }
}

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
