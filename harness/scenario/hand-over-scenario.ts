/** Maker of the scenarios about the way from the sign-in host to a product's host (S7): a person who is signed on takes a hand-over and brings it, in one thing otherwise than their browser would. Calibration: as it would. */
import type { SystemRefusal } from '../../system/index.ts';
import type { Outcome } from '../verdict/results.ts';
import { refusedWith } from './expectations.ts';
import { type One, scenario, type World } from './scenario.ts';
import { signedInUser } from './signed-in-user.ts';

export type BroughtHandOver = {
  readonly times: 1 | 2;
  readonly afterSeconds: number;
  readonly to: 'tracker' | 'wiki';
  /** Whose code it is beside one's own state and cookie, whose state, and whose cookie. */
  readonly state: 'own' | 'of-another-hand-over';
  readonly browser: 'own' | 'of-somebody-else';
};
const honest: BroughtHandOver = { times: 1, afterSeconds: 0, to: 'tracker', state: 'own', browser: 'own' };

export const handOverScenario = (deviation: One<BroughtHandOver>, { refusedWith: code }: { readonly refusedWith: SystemRefusal }) =>
  scenario<BroughtHandOver>({
    proves: ['S7', 'I-08'],
    needs: ['clock'],
    hands: 'wire',
    honest,
    deviation,
    act: broughtAs,
    expect: [refusedWith(code)],
  });

async function broughtAs(world: World, { times, afterSeconds, to, state, browser }: BroughtHandOver): Promise<Outcome> {
  await world.target.clock?.hold();
  const user = await signedInUser(world);
  const own = await user.handOver.take();
  const other = await user.handOver.take();
  const brought = {
    ...own,
    ...(state === 'own' ? {} : { state: other.state, cookie: other.cookie }),
    ...(browser === 'own' ? {} : { cookie: other.cookie }),
  };
  await world.target.clock?.step({ seconds: afterSeconds });
  for (let more = times - 1; more > 0; more -= 1) await user.handOver.bring(brought, to);
  return user.handOver.bring(brought, to);
}
