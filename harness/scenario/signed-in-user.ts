/** Someone who is signed in already, for scenarios that begin there. */
import type { User } from '../actors/actors.ts';
import type { PersonName } from '../fixtures/fixtures.ts';
import type { World } from './scenario.ts';

/** Throws when the sign-in did not work: then there is nothing to begin with. */
export const signedInUser = (world: World): Promise<User> => signedIn(world, 'uma');

/** The same of anybody. */
export async function signedIn({ actors }: World, as: PersonName): Promise<User> {
  const user = actors.user({ as });
  const outcome = await user.signIn();
  if (outcome.kind !== 'ok') throw new Error(`the sign-in that this scenario begins with ended as ${outcome.kind}`);
  return user;
}
