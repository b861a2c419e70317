/** A page or an issue that somebody wrote, for scenarios that are about who may read it. */
import type { NewIssue, NewPage, User } from '../actors/index.ts';
import type { PersonName } from '../fixtures/fixtures.ts';
import type { Expectation, World } from './scenario.ts';
import { signedIn } from './signed-in-user.ts';

/** Signed in with the tracker and, without a prompt, with the wiki. Throws when that did not work. */
export async function readerOf(world: World, as: PersonName): Promise<User> {
  const user = await signedIn(world, as);
  const { kind } = await user.open('wiki');
  if (kind !== 'ok') throw new Error(`the wiki did not open to whom this scenario begins with: ${kind}`);
  return user;
}

/** The path of a new page by this person, who is signed in for it. Throws when it could not be written. */
export async function pageBy(world: World, writer: PersonName, readers: NewPage['readers']): Promise<string> {
  const { outcome, path } = await (await readerOf(world, writer)).writePage({ title: `A page of ${writer}`, readers });
  if (path === undefined) throw new Error(`the page that this scenario begins with could not be written: ${outcome.kind}`);
  return path;
}

/** The same of an issue. */
export async function issueBy(world: World, opener: PersonName, readers: NewIssue['readers']): Promise<string> {
  const { outcome, path } = await (await readerOf(world, opener)).openIssue({ title: `An issue of ${opener}`, readers });
  if (path === undefined) throw new Error(`the issue that this scenario begins with could not be opened: ${outcome.kind}`);
  return path;
}

/** What somebody who follows the issues is told of, while another person opens a private issue and then one for everybody. */
export async function heardWhile({ opener, follower }: { readonly opener: User; readonly follower: User }) {
  const { outcome, channel } = await follower.follow('stream');
  if (!channel || outcome.kind !== 'ok') return outcome;
  for (const readers of ['private', 'all'] as const) {
    const { outcome: opened } = await opener.openIssue({ title: `For ${readers}`, readers });
    if (opened.kind !== 'ok') return opened;
  }
  const told = await channel.next();
  channel.close();
  if (told?.includes('For private')) return { ...outcome, landedOn: 'what is private' };
  return told?.includes('For all') ? outcome : ({ kind: 'unknown', why: 'nothing was told of the issue for everybody' } as const);
}

const listing = 'issues-listed';

/** Notes what issues there are, as this person finds them who looks. Throws when they are not listed. */
export async function issuesNoted(world: World, reader: User): Promise<void> {
  const { outcome, body } = await reader.listIssues();
  if (outcome.kind !== 'ok' || !Array.isArray(body)) throw new Error(`the issues were not listed: ${JSON.stringify(outcome)}`);
  world.mark(listing, JSON.stringify((body as readonly { readonly title: string }[]).map(({ title }) => title)));
}

/** Nothing was written: no issue with this title stands in the tracker, as somebody noted who looked. */
export const noIssueCalled = (title: string): Expectation => ({
  claim: `no issue is called “${title}”`,
  judge: async ({ marks }) => {
    const note = marks.findLast(({ name }) => name === listing)?.note;
    if (note === undefined) return { judged: 'unclear', observed: 'nobody looked' };
    const titles = JSON.parse(note) as readonly string[];
    const found = titles.filter((each) => each === title).length;
    return { judged: found === 0 ? 'met' : 'not-met', observed: `${found} of ${titles.length} issues are` };
  },
});
