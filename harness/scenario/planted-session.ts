/** A session cookie that an attacker put into a browser before its owner signed in with it, and the one that the sign-in gave (I-08). */
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

/** As long as a real one and of the same characters: only that nobody was given it departs. */
const planted = 'planted-by-an-attacker-before-the-sign-in-0';

/** Signs in with a browser in which the cookie was planted, and asks the tracker with one of the two values, and nothing else of the browser. Throws when the cookie was not in the jar, or the sign-in did not work. */
export async function usedAfterPlanting({ actors }: World, used: 'planted' | 'given'): Promise<Outcome> {
  const victim = actors.user({ as: 'uma' });
  await victim.plantSession(planted);
  if ((await victim.heldSessions()).tracker !== planted) throw new Error('the browser did not take the planted cookie');
  const signedIn = await victim.signIn();
  if (signedIn.kind !== 'ok') throw new Error(`the sign-in with a planted cookie ended as ${signedIn.kind}`);
  const { tracker = '' } = await victim.heldSessions();
  return actors.visitor().sendCookies([`__Host-session=${used === 'planted' ? planted : tracker}`]);
}
