/** The ID token departs in one thing: its algorithm is called "rs256" (RFC 7515 §4.1.1). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('whose-algorithm-is-in-lower-case', { proves: ['I-07'], refusedWith: 'sso.id-token.algorithm-other' });
