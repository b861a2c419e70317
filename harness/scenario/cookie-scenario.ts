/** Maker of the scenarios about session cookies: a raw request to the tracker with cookies that depart, and its honest twin, which is answered. */
import { cookieLines, type DeviationNames, deviationOf, type HeldCookies, type OrHonest } from '../deviations/index.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { scenario, type World } from './scenario.ts';
import { signedInUser } from './signed-in-user.ts';

export const cookieScenario = (name: DeviationNames['cookie'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ cookie: OrHonest<'cookie'> }, HeldCookies>({
    proves,
    listedDeviation: deviationOf('cookie', name),
    honest: { cookie: 'honest' },
    deviation: { cookie: name },
    given: sessionsEverywhere,
    act: ({ actors }, { cookie }, held) => actors.visitor().sendCookies(cookieLines(cookie, held)),
    expect: [refusedWith(code)],
  });

/** Of somebody who is signed in with the tracker, and went to AdminHub's host, too. Throws when a session is not there. */
async function sessionsEverywhere(world: World): Promise<HeldCookies> {
  const user = await signedInUser(world);
  await user.open('admin');
  const { tracker, admin, login } = await user.heldSessions();
  if (tracker === undefined || admin === undefined || login === undefined) throw new Error('the person has no session on every host');
  return { tracker, admin, login };
}
