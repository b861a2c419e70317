/** The ID token departs in one thing: it is signed by HMAC, with the realm's public key as the secret (RFC 8725 §2.1). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('signed-with-the-public-key', { proves: ['I-07'], refusedWith: 'sso.id-token.algorithm-other' });
