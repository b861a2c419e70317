/** The session of somebody who is signed in, kept apart from their browser: what it is worth shows on the server, whatever the browser has forgotten. */
import type { User } from '../actors/actors.ts';
import { underRewriting } from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';
import { signedInUser } from './signed-in-user.ts';

export type HeldSession = {
  readonly holder: User;
  /** Asks the tracker for its issues with the cookie as it was after the sign-in, and nothing else of the browser. */
  use(): Promise<Outcome>;
};

/** Of one more browser of the same person. Throws when the sign-in did not work. */
export async function heldSession(world: World): Promise<HeldSession> {
  const holder = await signedInUser(world);
  const { tracker } = await holder.heldSessions();
  if (tracker === undefined) throw new Error('the sign-in left no session with the tracker');
  const thief = world.actors.visitor();
  return { holder, use: () => thief.sendCookies([`__Host-session=${tracker}`]) };
}

/** The same, while the sign-in passes under these eyes. Throws when they saw none. */
export async function heldSessionUnder(world: World, watching: Parameters<typeof underRewriting>[1]): Promise<HeldSession> {
  const held: HeldSession[] = [];
  const seen = await underRewriting(world, watching, async () => {
    const session = await heldSession(world);
    held.push(session);
    return session.use();
  });
  const [session] = held;
  if (!session || seen.kind !== 'ok') throw new Error(`the sign-in that this scenario begins with was not seen: ${seen.kind}`);
  return session;
}
