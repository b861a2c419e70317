/** The ID token departs in one thing: it is signed by ES256 with a stranger's key, under the id of the realm's key (RFC 8725 §3.1). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('signed-with-an-elliptic-curve', { proves: ['I-07'], refusedWith: 'sso.id-token.algorithm-other' });
