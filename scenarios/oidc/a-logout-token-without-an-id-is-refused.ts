/** What comes on the back channel departs in one thing: it has no id by which a second use could be noticed (OIDC Back-Channel Logout 1.0 §2.4 (jti)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('without-an-id', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.id-missing' });
