/** What comes on the back channel departs in one thing: it was made an hour ago (OIDC Back-Channel Logout 1.0 §2.4 (two minutes)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('from-long-ago', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.too-old' });
