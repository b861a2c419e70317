/** The published keys depart in one thing, while the ID token is signed as ever: the key published under the id of the one that signs has 1,024 bits (RFC 7518 §3.3). */
import { keySetScenario } from '../../harness/scenario/index.ts';

export default keySetScenario('whose-key-is-too-weak', { proves: ['I-07', 'C-03'], refusedWith: 'sso.id-token.key-too-weak' });
