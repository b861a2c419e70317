/** What comes on the back channel departs in one thing: its algorithm is "none", and its signature is empty (RFC 8725 §3.2). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('without-a-signature', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.algorithm-other' });
