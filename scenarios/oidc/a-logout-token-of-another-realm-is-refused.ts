/** What comes on the back channel departs in one thing: its issuer is another realm of the same identity provider (OIDC Back-Channel Logout 1.0 §2.6 (3)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('of-another-realm', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.issuer-other' });
