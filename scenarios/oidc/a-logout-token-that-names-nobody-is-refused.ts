/** What comes on the back channel departs in one thing: it names neither a person nor a session (OIDC Back-Channel Logout 1.0 §2.6 (5)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('that-names-nobody', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.nobody-named' });
