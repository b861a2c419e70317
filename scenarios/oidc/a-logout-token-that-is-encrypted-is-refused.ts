/** What comes on the back channel departs in one thing: it is encrypted, and nobody agreed on that (OIDC Back-Channel Logout 1.0 §2.6 (1)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('that-is-encrypted', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.encrypted' });
