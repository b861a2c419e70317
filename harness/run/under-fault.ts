/** An act under a fault: installed, seen before and after the act, healed whatever happens, and seen to be gone. */
import type { Fault } from '../faults/fault.ts';
import type { Undo } from '../idp/driver.ts';
import type { Sighting } from '../idp-probe/symptom.ts';
import { bounded } from '../time-limit/bounded.ts';
import type { Outcome, ScenarioResult, Verdict } from '../verdict/results.ts';
import type { RunningWorld } from '../world/world.ts';

const ownLimitsMs = { install: 40_000, observe: 40_000, heal: 60_000 } as const;

export type Inconclusive = Extract<Verdict, { kind: 'inconclusive' }>;

type Window = {
  readonly world: Pick<RunningWorld, 'view'>;
  /** Every look of the probe is noted here, also that nobody could look. */
  readonly sightings: ScenarioResult['sightings'];
  readonly act: () => Promise<Outcome>;
  readonly limitsMs?: Readonly<Record<keyof typeof ownLimitsMs, number>>;
};

/** Absent before, present during, absent after; anything else is inconclusive. Healing runs always, also after an installation that came too late or broke. */
export async function underFault(fault: Fault, { world, sightings, act, limitsMs = ownLimitsMs }: Window): Promise<Outcome | Inconclusive> {
  const see = async (when: 'before' | 'during' | 'after'): Promise<Sighting> => {
    const sighting = await bounded(`the probe of ${fault.name}`, limitsMs.observe, fault.observe(world.view));
    sightings.push({ when, ...sighting });
    return sighting;
  };
  const before = await see('before');
  if (before.seen !== 'absent')
    return { kind: 'inconclusive', why: 'fault-not-observed', detail: `before it was installed: ${before.detail}` };
  const installing = fault.install(world.view);
  const ended = await bounded(`installing ${fault.name}`, limitsMs.install, installing)
    .then(() => {
      world.view.mark('fault-installed', fault.name);
      return heldDuring(act, () => see('during'));
    })
    .then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
  const left = await bounded(`healing ${fault.name}`, limitsMs.heal, undone(installing)).then(
    () => see('after'),
    (error: unknown): Sighting => {
      const failed: Sighting = {
        seen: 'unclear',
        detail: `the healing itself failed: ${error instanceof Error ? error.message : String(error)}`,
      };
      sightings.push({ when: 'after', ...failed });
      return failed;
    },
  );
  if (left.seen !== 'absent') return { kind: 'inconclusive', why: 'not-healed', detail: left.detail };
  if ('error' in ended) throw ended.error;
  return ended.result;
}

/** Waits for an installation that is late, and undoes it also when nobody waits for that any more. What broke half-way left nothing to undo with: whether it left anything else, the probe says. */
async function undone(installing: Promise<Undo>): Promise<void> {
  const undo = await installing.catch(() => undefined);
  await undo?.();
}

/** A fault counts only when it was seen before the act and still after it: one that ends by itself in between proves nothing. */
async function heldDuring(act: () => Promise<Outcome>, see: () => Promise<Sighting>): Promise<Outcome | Inconclusive> {
  const missed = (when: string, { detail }: Sighting): Inconclusive => ({
    kind: 'inconclusive',
    why: 'fault-not-observed',
    detail: `${when}: ${detail}`,
  });
  const before = await see();
  if (before.seen !== 'present') return missed('after it was installed', before);
  const outcome = await act();
  const after = await see();
  return after.seen === 'present' ? outcome : missed('when the act had ended', after);
}
