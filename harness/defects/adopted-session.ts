/** A sign-in that goes on with the session cookie that the browser held before: session fixation, which only somebody who signs in with a planted cookie can show. */
import type { SystemDefect } from './defect.ts';
import { withSession } from './parts.ts';

export const signInAdoptsTheCookie: SystemDefect = {
  name: 'lenient:session.cookie-adopted',
  kind: 'lenient',
  breaks: 'A session begins with the value that the browser brought along, whoever put it there.',
  plant: (policy) => withSession(policy, { keptId: (held) => held }),
};
