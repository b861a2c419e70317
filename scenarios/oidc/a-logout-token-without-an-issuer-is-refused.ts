/** What comes on the back channel departs in one thing: nobody says that he issued it (OIDC Back-Channel Logout 1.0 §2.4 (iss)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('without-an-issuer', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.issuer-other' });
