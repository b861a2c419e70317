/** The ID token departs in one thing: its algorithm is "none", and its signature is empty (RFC 8725 §3.2). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('without-a-signature', { proves: ['I-07'], refusedWith: 'sso.id-token.algorithm-other' });
