/** What comes on the back channel departs in one thing: it is one opaque word without a period (RFC 7519 §7.2 (1)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('that-is-no-jwt', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.malformed' });
