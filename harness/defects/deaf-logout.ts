/** A logout of the identity provider that is received, judged, recorded and answered as ever, and ends nothing: what only a session that is held can show. */
import type { SystemDefect } from './defect.ts';
import { withSession } from './parts.ts';

export const logoutEndsNothing: SystemDefect = {
  name: 'lenient:session.nobody-is-meant',
  kind: 'lenient',
  breaks: 'Whatever session the identity provider ends, it is none of ours.',
  plant: (policy) => withSession(policy, { isMeantByIdp: () => false }),
};
