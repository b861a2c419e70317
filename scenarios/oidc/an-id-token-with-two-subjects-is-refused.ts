/** The ID token departs in one thing: the claim sub stands in it twice, with two values (RFC 7519 §4). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-two-subjects', { proves: ['I-07'], refusedWith: 'sso.id-token.claims-duplicated' });
