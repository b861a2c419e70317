/** What can still be read in a browser when its person has signed out and somebody else presses the button for the page before (K-04, S7). RFC 9111 §5.2.2.5. */
import type { Outcome } from '../verdict/results.ts';
import { landsOnNothing } from './expectations.ts';
import type { World } from './scenario.ts';
import { signedInUser } from './signed-in-user.ts';

const title = 'Only for whoever is signed in';
/** More than a person has opened until then. */
const allTheWay = 8;

/** Lands on `nothing`, or on `the issue`. Unknown when it could not be read by going back before, either: then these hands prove nothing. */
export async function lookedBackAfterSigningOut(world: World): Promise<Outcome> {
  const user = await signedInUser(world);
  const { outcome } = await user.openIssue({ title, readers: 'all' });
  if (outcome.kind !== 'ok') return outcome;
  await user.open('tracker');
  if (!(await user.lookBack(1)).texts.some(holdsIt))
    return { kind: 'unknown', why: 'the issue was not seen by going back while signed in' };
  await user.open('tracker');
  const left = await user.signOut();
  if (left.kind !== 'ok') return left;
  const { texts } = await user.lookBack(allTheWay);
  return { ...left, landedOn: texts.some(holdsIt) ? 'the issue' : 'nothing' };
}

const holdsIt = (text: string): boolean => text.includes(title);

export const nothingIsSeenByGoingBack = landsOnNothing('by going back nothing of the session is seen', (found) => `it shows ${found}`);
