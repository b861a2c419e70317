/** The ID token departs in one thing: it names a key that the realm never published (RFC 7515 §4.1.4). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('by-an-unknown-key', { proves: ['I-07'], refusedWith: 'sso.id-token.key-unknown' });
