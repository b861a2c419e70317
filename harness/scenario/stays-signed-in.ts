/** Keeps a session in use until an exact age, so that only its absolute limit can end it. */
import type { User } from '../actors/actors.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

const everySeconds = 5 * 60;

/** Opens `host` every five minutes of the target's time, and once more at exactly `ageSeconds` after now. The clock must be held. Returns that last outcome. */
export async function staysSignedInUntil(world: World, user: User, host: 'admin' | 'tracker', ageSeconds: number): Promise<Outcome> {
  const { clock } = world.target;
  if (!clock) throw new Error('this target has no clock to step');
  for (let age = 0; age + everySeconds < ageSeconds; age += everySeconds) {
    clock.step({ seconds: everySeconds });
    const early = await user.open(host);
    if (early.kind !== 'ok') return early;
  }
  clock.step({ seconds: ageSeconds % everySeconds === 0 ? everySeconds : ageSeconds % everySeconds });
  return user.open(host);
}
