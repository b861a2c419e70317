/** One scenario from fresh fixtures to its verdict: honest act, then fault or deviation, judged only when its calibration held and its fault was seen. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from '../faults/fault.ts';
import type { Expectation, Judged, Seen } from '../scenario/scenario.ts';
import { bounded, TimeRanOut } from '../time-limit/bounded.ts';
import type { Attachment, Outcome, ScenarioResult, Verdict } from '../verdict/results.ts';
import type { RunningWorld } from '../world/world.ts';
import type { Lack } from './lacking.ts';
import { listeningMs, needsOf, type Planned, runsAlone } from './plan.ts';
import { underFault } from './under-fault.ts';

const limitsMs = { prepare: 60_000, act: 90_000, judge: 90_000 } as const;

type Notes = {
  readonly sightings: ScenarioResult['sightings'];
  readonly expectations: ScenarioResult['expectations'];
  calibration?: Outcome;
};
type Trial = { readonly verdict: Verdict; readonly record: Notes; readonly attachments: readonly Attachment[] };

/** Never throws: what breaks becomes the verdict `error`. `skip` names an ability that is lacking. */
export async function runScenario(planned: Planned, world: RunningWorld, skip?: Lack): Promise<ScenarioResult> {
  const startedAtMs = Date.now();
  const trial = skip ? skipped(skip) : await tried(planned, world);
  return {
    ...described(planned),
    world: skip ? 0 : world.index,
    startedAtMs,
    durationMs: Date.now() - startedAtMs,
    verdict: trial.verdict,
    ...(trial.record.calibration ? { calibration: trial.record.calibration } : {}),
    sightings: trial.record.sightings,
    expectations: trial.record.expectations,
    operations: skip ? [] : [...world.operations()],
    marks: skip ? [] : [...world.marks()],
    attachments: [...trial.attachments],
  };
}

const skipped = ({ lacks, detail }: Lack): Trial => ({
  verdict: { kind: 'skipped', lacks, detail },
  record: { sightings: [], expectations: [] },
  attachments: [],
});

function described({ id, claim, file, scenario }: Planned) {
  const { fault, deviation, listedDeviation } = scenario;
  return {
    id,
    claim,
    file,
    proves: [...scenario.proves],
    needs: [...needsOf(scenario)],
    alone: runsAlone(scenario),
    ...(scenario.hands ? { hands: scenario.hands } : {}),
    ...(fault ? { fault: fault.name, disturbance: disturbanceOf(fault) } : {}),
    ...(listedDeviation ? { listedDeviation } : {}),
    ...(deviation
      ? {
          deviation: Object.entries(deviation)
            .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
            .join(', '),
        }
      : {}),
  };
}

const disturbanceOf = ({ family, title, means, meets }: Fault) => ({ family, title, means, meets });

async function tried(planned: Planned, world: RunningWorld): Promise<Trial> {
  const record: Notes = { sightings: [], expectations: [] };
  world.beginScenario(planned.scenario.hands);
  const verdict = await judged(planned, world, record).catch(brokenOff);
  world.ranScenario({
    scenario: planned.id,
    fault: record.sightings.some(wasInstalled) ? planned.scenario.fault?.name : undefined,
    after: record.sightings.find(({ when }) => when === 'after'),
  });
  const attachments = verdict.kind === 'pass' ? [] : await world.captureFailure(planned.id).catch(() => []);
  return { verdict, record, attachments };
}

/** An installation begins as soon as the probe has not seen the fault. */
const wasInstalled = ({ when, seen }: Notes['sightings'][number]): boolean => when === 'before' && seen === 'absent';

function brokenOff(error: unknown): Verdict {
  if (error instanceof TimeRanOut) return { kind: 'inconclusive', why: 'time-ran-out', detail: error.message };
  return { kind: 'error', cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

async function judged({ scenario }: Planned, world: RunningWorld, record: Notes): Promise<Verdict> {
  const { fault, deviation, honest } = scenario;
  if (fault || deviation) {
    const calibration = await calibrated(scenario, world);
    record.calibration = calibration;
    if (calibration.kind !== 'ok') return { kind: 'inconclusive', why: 'calibration-failed', detail: JSON.stringify(calibration) };
  }
  await freshened(world);
  world.history.phase = 'given';
  const given = await bounded('what must be given', limitsMs.prepare, Promise.resolve(scenario.given?.(world.view)));
  const act = (): Promise<Outcome> =>
    acted(world, listeningMs(scenario), () => scenario.act(world.view, { ...honest, ...deviation }, given));
  const outcome = fault ? await underFault(fault, { world, sightings: record.sightings, act }) : await act();
  return outcome.kind === 'inconclusive' ? outcome : expectationsJudged(scenario.expect, world, outcome, record);
}

async function freshened(world: RunningWorld): Promise<void> {
  await bounded('the reset', limitsMs.prepare, world.reset());
}

async function calibrated(scenario: Planned['scenario'], world: RunningWorld): Promise<Outcome> {
  await freshened(world);
  world.history.phase = 'calibration';
  const given = await bounded('what must be given', limitsMs.prepare, Promise.resolve(scenario.given?.(world.view)));
  return bounded('the honest act', limitsMs.act, scenario.act(world.view, scenario.honest, given));
}

/** `listenMs`: how long the observers of silence go on after the act, for what somebody does a moment later. */
async function acted(world: RunningWorld, listenMs: number, act: () => Promise<Outcome>): Promise<Outcome> {
  world.history.phase = 'act';
  await world.target.settled();
  const silence = world.view.silence.since();
  try {
    return await bounded('the act', limitsMs.act, act());
  } finally {
    await delay(listenMs);
    await world.target.settled();
    world.duringAct = silence.heard();
  }
}

async function expectationsJudged(
  expectations: readonly Expectation[],
  world: RunningWorld,
  outcome: Outcome,
  record: Notes,
): Promise<Verdict> {
  world.history.phase = 'expectation';
  const seen: Seen = { outcome, history: world.operations(), marks: world.marks(), duringAct: world.duringAct, world: world.view };
  for (const { claim, judge } of expectations) {
    const verdict: Judged = await bounded(`judging "${claim}"`, limitsMs.judge, judge(seen));
    record.expectations.push({ claim, ...verdict });
  }
  const missed = record.expectations.find(({ judged }) => judged === 'not-met');
  if (missed) return { kind: 'fail', expected: missed.claim, observed: missed.observed };
  const unclear = record.expectations.find(({ judged }) => judged === 'unclear');
  if (unclear) return { kind: 'inconclusive', why: 'outcome-unknown', detail: `${unclear.claim}: ${unclear.observed}` };
  const met = record.expectations.filter(({ judged }) => judged === 'met').length;
  return met > 0
    ? { kind: 'pass', expectationsMet: met }
    : { kind: 'error', cause: 'no expectation was met, and none was missed: the scenario claims nothing' };
}
