/** Runs the planned scenarios: those that touch nothing shared side by side, one world each, then the others one at a time. */
import { availableParallelism } from 'node:os';
import type { Progress } from '../progress/progress.ts';
import type { ScenarioResult, Verdict } from '../verdict/results.ts';
import type { RunningWorld } from '../world/world.ts';
import type { Booted } from './boot.ts';
import { lacking } from './lacking.ts';
import { listeningMs, needsOf, type Planned, runsAlone } from './plan.ts';
import { runScenario } from './run-scenario.ts';

export type PlanOptions = {
  readonly planned: readonly Planned[];
  readonly worlds: readonly RunningWorld[];
  readonly booted: Pick<Booted, 'chosen' | 'pageMemory'>;
  readonly interrupted: AbortSignal;
  readonly progress: Progress;
};
export type PlanOutcome = { readonly results: readonly ScenarioResult[]; readonly warnings: readonly string[] };

/** As many worlds as pay: most of a run's time is waiting for limits to pass, so two for each core, four at most. */
export const defaultWorkers = (): number => Math.min(4, 2 * availableParallelism());

const slowestFirst = (queue: readonly Planned[]): Planned[] => queue.toSorted((one, other) => slowness(other) - slowness(one));
const slowness = ({ scenario }: Planned): number => (scenario.fault?.slowToSee ? 10_000 : 0) + listeningMs(scenario);

/** In the order of the plan. What was not run because of an interruption is absent: the plan then is not accounted for. */
export async function runPlan(options: PlanOptions): Promise<PlanOutcome> {
  const { planned, worlds, interrupted } = options;
  const results = new Map<string, ScenarioResult>();
  const warnings: string[] = [];
  const queue = slowestFirst(planned.filter(({ scenario }) => !runsAlone(scenario)));
  const one = async (next: Planned, world: RunningWorld): Promise<void> => {
    const result = await attempt(next, world, options, warnings);
    if (!interrupted.aborted) results.set(next.id, result);
  };
  const worker = async (world: RunningWorld): Promise<void> => {
    for (let next = queue.shift(); next && !interrupted.aborted; next = queue.shift()) await one(next, world);
  };
  // Also after an interruption what is under way ends first: a scenario cut off in the middle leaves answers without records, which would look like a failed check.
  await Promise.all(worlds.map(worker));
  const [first] = worlds;
  for (const next of planned.filter(({ scenario }) => runsAlone(scenario))) if (first && !interrupted.aborted) await one(next, first);
  return { results: planned.flatMap(({ id }) => results.get(id) ?? []), warnings };
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
  // Nobody counts it any more: what the interruption broke is not mended.
  if (interrupted.aborted) return result;
  const final =
    result.verdict.kind === 'pass' || result.verdict.kind === 'skipped'
      ? result
      : { ...result, verdict: await unlessIdpGone(result.verdict, booted, warnings) };
  progress.scenarioEnded(final);
  return final;
}

/** A verdict that was won while the identity provider lay dead is nobody's fault that we know: inconclusive, and it is started anew for the rest. */
async function unlessIdpGone(verdict: Verdict, { chosen: { idp } }: Pick<Booted, 'chosen'>, warnings: string[]): Promise<Verdict> {
  if (await idp.answers()) return verdict;
  warnings.push('the identity provider died in the middle of the run and was started anew');
  await idp.restart();
  return { kind: 'inconclusive', why: 'idp-gone', detail: 'the identity provider itself no longer answered after this scenario' };
}
