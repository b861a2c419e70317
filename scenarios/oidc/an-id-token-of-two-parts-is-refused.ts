/** The ID token departs in one thing: the third part, the signature, is not there at all (RFC 7515 §7.1). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('of-two-parts', { proves: ['I-07'], refusedWith: 'sso.id-token.malformed' });
