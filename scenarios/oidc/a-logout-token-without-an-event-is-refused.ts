/** What comes on the back channel departs in one thing: it does not say that anything happened (OIDC Back-Channel Logout 1.0 §2.6 (6)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('without-an-event', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.event-missing' });
