/** What comes on the back channel departs in one thing: it does not say when it was made (OIDC Back-Channel Logout 1.0 §2.4 (iat)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('without-an-issue-time', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.issued-at-missing',
});
