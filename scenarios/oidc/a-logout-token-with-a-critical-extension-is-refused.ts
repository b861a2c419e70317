/** What comes on the back channel departs in one thing: it names an extension that must be understood, and that nobody knows (RFC 7515 §4.1.11). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('with-a-critical-extension', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.header-critical',
});
