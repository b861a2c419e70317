/** One scenario from fresh fixtures to its verdict: honest act, then fault or deviation, judged only when its calibration held and its fault was seen. */
import type { Sighting } from '../faults/symptom.ts';
import type { Undo } from '../idp/driver.ts';
import type { Expectation, Judged, Seen } from '../scenario/scenario.ts';
import type { Attachment, Outcome, ScenarioResult, Verdict } from '../verdict/results.ts';
import type { RunningWorld } from '../world/world.ts';
import { bounded, TimeRanOut } from './bounded.ts';
import { needsOf, type Planned, runsAlone } from './plan.ts';

const limitsMs = { prepare: 60_000, act: 90_000, install: 40_000, observe: 40_000, heal: 60_000, judge: 90_000 } as const;

type Record_ = {
  readonly sightings: ScenarioResult['sightings'];
  readonly expectations: ScenarioResult['expectations'];
  calibration?: Outcome;
};
type Trial = { readonly verdict: Verdict; readonly record: Record_; readonly attachments: readonly Attachment[] };

/** Never throws: what breaks becomes the verdict `error`. `skip` names an ability that is lacking. */
export async function runScenario(
  planned: Planned,
  world: RunningWorld,
  skip?: { readonly lacks: string; readonly detail: string },
): Promise<ScenarioResult> {
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

const skipped = ({ lacks, detail }: { readonly lacks: string; readonly detail: string }): Trial => ({
  verdict: { kind: 'skipped', lacks, detail },
  record: { sightings: [], expectations: [] },
  attachments: [],
});

function described({ id, claim, file, scenario }: Planned) {
  const { fault, deviation } = scenario;
  return {
    id,
    claim,
    file,
    proves: [...scenario.proves],
    needs: [...needsOf(scenario)],
    alone: runsAlone(scenario),
    ...(fault ? { fault: fault.name } : {}),
    ...(deviation
      ? {
          deviation: Object.entries(deviation)
            .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
            .join(', '),
        }
      : {}),
  };
}

async function tried(planned: Planned, world: RunningWorld): Promise<Trial> {
  const record: Record_ = { sightings: [], expectations: [] };
  world.beginScenario(planned.id);
  const verdict = await judged(planned, world, record).catch(brokenOff);
  const attachments = verdict.kind === 'pass' ? [] : await world.captureFailure(planned.id).catch(() => []);
  return { verdict, record, attachments };
}

function brokenOff(error: unknown): Verdict {
  if (error instanceof TimeRanOut) return { kind: 'inconclusive', why: 'time-ran-out', detail: error.message };
  return { kind: 'error', cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

async function judged({ scenario }: Planned, world: RunningWorld, record: Record_): Promise<Verdict> {
  const { fault, deviation, honest } = scenario;
  if (fault || deviation) {
    const calibration = await calibrated(scenario, world);
    record.calibration = calibration;
    if (calibration.kind !== 'ok') return { kind: 'inconclusive', why: 'calibration-failed', detail: JSON.stringify(calibration) };
  }
  await freshened(world);
  world.history.phase = 'given';
  const given = await bounded('what must be given', limitsMs.prepare, Promise.resolve(scenario.given?.(world.view)));
  const act = (): Promise<Outcome> => acted(world, () => scenario.act(world.view, { ...honest, ...deviation }, given));
  const outcome = fault ? await underFault(scenario, world, record, act) : await act();
  return 'why' in outcome && outcome.kind === 'inconclusive'
    ? outcome
    : expectationsJudged(scenario.expect, world, outcome as Outcome, record);
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

async function acted(world: RunningWorld, act: () => Promise<Outcome>): Promise<Outcome> {
  world.history.phase = 'act';
  await world.target.settled();
  const silence = world.view.silence.since();
  try {
    return await bounded('the act', limitsMs.act, act());
  } finally {
    await world.target.settled();
    world.duringAct = silence.heard();
  }
}

type Inconclusive = Extract<Verdict, { kind: 'inconclusive' }>;

/** Absent before, present during, absent after; anything else is inconclusive. Healing runs always. */
async function underFault(
  { fault }: Planned['scenario'],
  world: RunningWorld,
  record: Record_,
  act: () => Promise<Outcome>,
): Promise<Outcome | Inconclusive> {
  if (!fault) throw new TypeError('there is no fault to install');
  const see = async (when: 'before' | 'during' | 'after'): Promise<Sighting> => {
    const sighting = await bounded(`the probe of ${fault.name}`, limitsMs.observe, fault.observe(world.view));
    record.sightings.push({ when, ...sighting });
    return sighting;
  };
  const before = await see('before');
  if (before.seen !== 'absent')
    return { kind: 'inconclusive', why: 'fault-not-observed', detail: `before it was installed: ${before.detail}` };
  const undo: Undo = await bounded(`installing ${fault.name}`, limitsMs.install, fault.install(world.view));
  world.view.mark('fault-installed', fault.name);
  let result: Outcome | Inconclusive;
  try {
    const present = await see('during');
    result =
      present.seen === 'present'
        ? await act()
        : { kind: 'inconclusive', why: 'fault-not-observed', detail: `after it was installed: ${present.detail}` };
  } finally {
    await bounded(`healing ${fault.name}`, limitsMs.heal, undo());
  }
  const healed = await see('after');
  if (healed.seen === 'absent') return result;
  world.unhealed(`${fault.name} was still seen after it was healed: ${healed.detail}`);
  return { kind: 'inconclusive', why: 'not-healed', detail: healed.detail };
}

async function expectationsJudged(
  expectations: readonly Expectation[],
  world: RunningWorld,
  outcome: Outcome,
  record: Record_,
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
