/** Runs what there is to do: what touches nothing shared side by side, one world each, then the rest one at a time. */
import type { Progress } from '../progress/progress.ts';
import type { ScenarioResult, Verdict } from '../verdict/results.ts';
import type { RunningWorld } from '../world/world.ts';
import type { Booted } from './boot.ts';
import { lacking } from './lacking.ts';
import { needsOf, type Planned } from './plan.ts';
import { runScenario } from './run-scenario.ts';
import type { Work, WorkKind } from './work.ts';

export type PlanOptions = {
  readonly work: Work;
  readonly worlds: readonly RunningWorld[];
  readonly booted: Pick<Booted, 'chosen' | 'pageMemory'>;
  readonly interrupted: AbortSignal;
  readonly progress: Progress;
};
export type PlanOutcome = { readonly results: readonly ScenarioResult[]; readonly warnings: readonly string[] };

/** What was not run because of an interruption is absent: the plan then is not accounted for. */
export async function runPlan(options: PlanOptions): Promise<PlanOutcome> {
  const { work, worlds, interrupted } = options;
  const results: ScenarioResult[] = [];
  const warnings: string[] = [];
  const all = async (kind: WorkKind, world: RunningWorld): Promise<void> => {
    for (let next = await work(kind); next && !interrupted.aborted; next = await work(kind)) {
      results.push(await attempt(next, world, options, warnings));
    }
  };
  // Also after an interruption what is under way ends first: a scenario cut off in the middle leaves answers without records, which would look like a failed check.
  await Promise.all(worlds.map((world, at) => all(at % 2 === 0 ? 'long' : 'short', world)));
  const [first] = worlds;
  if (first) await all('alone', first);
  return { results, warnings };
}

async function attempt(
  next: Planned,
  world: RunningWorld,
  { progress, booted, interrupted }: PlanOptions,
  warnings: string[],
): Promise<ScenarioResult> {
  const skip = lacking(needsOf(next.scenario), {
    mode: world.mode,
    pageMemory: booted.pageMemory,
    target: world.target,
    idp: booted.chosen.idp,
  });
  if (!skip) progress.scenarioStarted(next.id);
  const result = await runScenario(next, world, skip);
  const settled = result.verdict.kind === 'pass' || result.verdict.kind === 'skipped' || (await booted.chosen.idp.answers());
  if (!settled && !interrupted.aborted) {
    warnings.push('the identity provider died in the middle of the run and was started anew');
    await booted.chosen.idp.restart();
  }
  const final = settled ? result : { ...result, verdict: idpGone };
  progress.scenarioEnded(final);
  return final;
}

/** A verdict that was won while the identity provider lay dead is nobody's fault that we know; it is started anew for the rest. */
const idpGone: Verdict = {
  kind: 'inconclusive',
  why: 'idp-gone',
  detail: 'the identity provider itself no longer answered after this scenario',
};
