/** The published keys depart in one thing, while the ID token is signed as ever: the key that signs is published for encryption (RFC 7517 §4.2). */
import { keySetScenario } from '../../harness/scenario/index.ts';

export default keySetScenario('whose-key-is-for-encryption', { proves: ['I-07', 'C-03'], refusedWith: 'sso.id-token.key-unsuitable' });
