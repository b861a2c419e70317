/** Keeps a session in use until an exact age, so that only its absolute limit can end it. */
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

export type Staying = {
  /** From now. */
  readonly ageSeconds: number;
  /** How long nobody uses it at most: less than any idle limit. */
  readonly everySeconds?: number;
};

/** Uses the session every five minutes of the target's time unless told otherwise, and once more at exactly `ageSeconds` after now. The clock must be held. Returns that last outcome. */
export async function staysSignedInUntil(
  world: World,
  { ageSeconds, everySeconds = 5 * 60 }: Staying,
  use: () => Promise<Outcome>,
): Promise<Outcome> {
  const { clock } = world.target;
  if (!clock) throw new Error('this target has no clock to step');
  let age = 0;
  for (; age + everySeconds < ageSeconds; age += everySeconds) {
    await clock.step({ seconds: everySeconds });
    const early = await use();
    if (early.kind !== 'ok') return early;
  }
  await clock.step({ seconds: ageSeconds - age });
  return use();
}
