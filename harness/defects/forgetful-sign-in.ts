/** A sign-in that forgets what it was for: whoever followed a link stands on the front page and has to follow it again. */
import type { SystemDefect } from './defect.ts';
import { withSession } from './parts.ts';

export const everybodyLandsOnTheFrontPage: SystemDefect = {
  name: 'lenient:session.place-forgotten',
  kind: 'lenient',
  breaks: 'Whatever page somebody asked for, after the sign-in they stand on the front page.',
  plant: (policy) => withSession(policy, { returnTo: () => '/' }),
};
