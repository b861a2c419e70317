/** What comes on the back channel departs in one thing: it ended ten minutes ago (OIDC Back-Channel Logout 1.0 §2.4 (exp)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('that-has-expired', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.expired' });
