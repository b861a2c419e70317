/** A page of the wiki that somebody wrote, for scenarios that are about who may read it. */
import type { NewPage, User } from '../actors/index.ts';
import type { PersonName } from '../fixtures/fixtures.ts';
import type { World } from './scenario.ts';

/** Signed in with the tracker and, without a prompt, with the wiki. Throws when that did not work. */
export async function readerOf({ actors }: World, as: PersonName): Promise<User> {
  const user = actors.user({ as });
  const outcomes = [await user.signIn(), await user.open('wiki')];
  for (const { kind } of outcomes) if (kind !== 'ok') throw new Error(`the sign-in that this scenario begins with ended as ${kind}`);
  return user;
}

/** The path of a new page by this person, who is signed in for it. Throws when it could not be written. */
export async function pageBy(world: World, writer: PersonName, readers: NewPage['readers']): Promise<string> {
  const { outcome, path } = await (await readerOf(world, writer)).writePage({ title: `A page of ${writer}`, readers });
  if (path === undefined) throw new Error(`the page that this scenario begins with could not be written: ${outcome.kind}`);
  return path;
}
