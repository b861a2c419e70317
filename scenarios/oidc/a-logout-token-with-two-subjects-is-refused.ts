/** What comes on the back channel departs in one thing: the claim sub stands in it twice, with two values (RFC 7519 §4). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('with-two-subjects', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.claims-duplicated' });
