/** A session cookie that an attacker put into a browser before its owner signed in with it, and the one that the sign-in gave (I-08). */
import type { HeldSessions } from '../actors/session-acts.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

/** As long as a real one and of the same characters: only that nobody was given it departs. */
const planted = 'planted-by-an-attacker-before-the-sign-in-0';

type Used = 'planted' | 'given';

/** Signs in with a browser in which both cookies were planted, and asks the tracker with one of its two values there, and nothing else of the browser. */
export async function usedAfterPlanting(world: World, used: Used): Promise<Outcome> {
  const { tracker = '' } = await signedInOverPlanted(world);
  return world.actors.visitor().sendCookies([`__Host-session=${used === 'planted' ? planted : tracker}`]);
}

/** The same with the cookie of the sign-in host: who planted it has it in a browser of their own, and goes to the tracker with that. */
export async function signedOnAfterPlanting(world: World, used: Used): Promise<Outcome> {
  const { login = '' } = await signedInOverPlanted(world);
  const thief = world.actors.visitor();
  await thief.plantSession('login', used === 'planted' ? planted : login);
  return thief.open('tracker');
}

/** What the sign-in gave. Throws when a cookie was not in the jar, or the sign-in did not work. */
async function signedInOverPlanted({ actors }: World): Promise<HeldSessions> {
  const victim = actors.user({ as: 'uma' });
  await victim.plantSession('tracker', planted);
  await victim.plantSession('login', planted);
  const before = await victim.heldSessions();
  if (before.tracker !== planted || before.login !== planted) throw new Error('the browser did not take the planted cookies');
  const signedIn = await victim.signIn();
  if (signedIn.kind !== 'ok') throw new Error(`the sign-in with planted cookies ended as ${signedIn.kind}`);
  return victim.heldSessions();
}
