/** What comes on the back channel departs in one thing: it is made out to another relying party (OIDC Back-Channel Logout 1.0 §2.6 (3)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('for-another-relying-party', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.audience-other',
});
