/** Session limits as an org admin sets them on AdminHub, by what a program would send: a browser would not even let somebody enter most of what must be refused (M-10). */
import type { SystemRefusal } from '../../system/index.ts';
import type { Outcome } from '../verdict/results.ts';
import { orgAdmin } from './directory-kit.ts';
import { afterwards, refusedWith } from './expectations.ts';
import { heldSession } from './held-session.ts';
import { type One, scenario, type World } from './scenario.ts';

/** In seconds, and how many sessions one person may have; as they are typed. */
export type EnteredLimits = { readonly absoluteSeconds: string; readonly idleSeconds: string; readonly perPerson: string };
const honest: EnteredLimits = { absoluteSeconds: '28800', idleSeconds: '1800', perPerson: '5' };

/** What is not named is half of what a new cloud begins with, or about. */
export async function limitSessions(world: World, entered: Partial<EnteredLimits>): Promise<Outcome> {
  const admin = await orgAdmin(world);
  return (await admin.administer('sessions/limits', { ...honest, ...entered })).outcome;
}

/** Limits that are none are refused, and what was in force stays: a session still ends after an hour without use. Calibration: limits within the bounds. */
export const sessionLimitsScenario = (deviation: One<EnteredLimits>, { refusedWith: code }: { readonly refusedWith: SystemRefusal }) =>
  scenario<EnteredLimits>({
    proves: ['M-10', 'K-04', 'C-07'],
    needs: ['clock'],
    honest,
    deviation,
    act: limitSessions,
    expect: [
      refusedWith(code),
      afterwards('a session that was not used for 59:59 goes on as before', async (world) => {
        await world.target.clock?.hold();
        const session = await heldSession(world);
        await world.target.clock?.step({ seconds: 3_599 });
        return session.use();
      }),
    ],
  });
