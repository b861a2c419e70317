/** Someone who is signed in already, for scenarios that begin there. */
import type { User } from '../actors/actors.ts';
import type { World } from './scenario.ts';

/** Throws when the sign-in did not work: then there is nothing to begin with. */
export async function signedInUser({ actors }: World): Promise<User> {
  const user = actors.user();
  const outcome = await user.signIn();
  if (outcome.kind !== 'ok') throw new Error(`the sign-in that this scenario begins with ended as ${outcome.kind}`);
  return user;
}
