/** What comes on the back channel departs in one thing: a nonce stands in it, so that it could pass for an ID token (OIDC Back-Channel Logout 1.0 §2.6 (7)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('with-a-nonce', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.nonce-given' });
