/** What comes on the back channel departs in one thing: it is made out to us and to somebody whom nobody trusts (RFC 8725 §3.9). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('for-somebody-else-too', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.audience-other' });
