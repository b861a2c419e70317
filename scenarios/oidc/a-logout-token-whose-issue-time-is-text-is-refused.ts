/** What comes on the back channel departs in one thing: the time when it was made is written in words (RFC 7519 §2 (NumericDate)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('whose-issue-time-is-text', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.time-malformed',
});
