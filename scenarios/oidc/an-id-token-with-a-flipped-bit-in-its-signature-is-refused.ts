/** The ID token departs in one thing: one bit of its signature is turned (RFC 7515 §5.2 (8)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-a-flipped-bit-in-its-signature', { proves: ['I-07'], refusedWith: 'sso.id-token.signature-wrong' });
