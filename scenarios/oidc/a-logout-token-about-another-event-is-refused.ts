/** What comes on the back channel departs in one thing: it says that something else happened (OIDC Back-Channel Logout 1.0 §2.4 (events)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('about-another-event', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.event-missing' });
