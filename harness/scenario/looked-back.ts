/** What can still be read in a browser when its person has signed out and somebody else presses the button for the page before (K-04, S7). RFC 9111 §5.2.2.5, HTML §7.4.2. */
import type { User } from '../actors/actors.ts';
import type { Outcome } from '../verdict/results.ts';
import { landsOnNothing } from './expectations.ts';
import type { World } from './scenario.ts';
import { signedInUser } from './signed-in-user.ts';

const title = 'Only for whoever is signed in';
/** More than a person has opened until then. */
const allTheWay = 8;

/** What may be behind the page in front: `stored` is what any browser may have written down, `left-alive` what only some keep. */
export type Behind = { readonly behind: 'stored' | 'left-alive' };

/** Lands on `nothing`, or on `the issue`. Unknown when it could not be read by going back before, or when this browser keeps no left page: then these hands prove nothing. */
export async function lookedBackAfterSigningOut(world: World, { behind }: Behind): Promise<Outcome> {
  const user = await signedInUser(world);
  if (behind === 'left-alive' && !(await user.keepsLeftPages()))
    return { kind: 'unknown', why: 'a page of nobody’s that was left did not come back alive: this browser keeps none' };
  const { outcome } = await user.openIssue({ title, readers: 'all' });
  if (outcome.kind !== 'ok') return outcome;
  await user.open('tracker');
  const before = await sawIssue(user, 1);
  if (before.outcome.kind !== 'ok') return before.outcome;
  if (!before.seen) return { kind: 'unknown', why: 'the issue was not seen by going back while signed in' };
  await user.open('tracker');
  const left = await user.signOut();
  if (left.kind !== 'ok') return left;
  const { outcome: back, seen } = await sawIssue(user, allTheWay);
  if (seen) return { ...left, landedOn: 'the issue' };
  return back.kind === 'ok' ? { ...left, landedOn: 'nothing' } : back;
}

async function sawIssue(user: User, steps: number): Promise<{ readonly outcome: Outcome; readonly seen: boolean }> {
  const { outcome, texts } = await user.lookBack(steps);
  return { outcome, seen: texts.some((text) => text.includes(title)) };
}

export const nothingIsSeenByGoingBack = landsOnNothing('by going back nothing of the session is seen', (found) => `it shows ${found}`);
