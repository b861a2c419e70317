/** The published keys depart in one thing, while the ID token is signed as ever: two different keys are published under the id of the one that signs (RFC 7517 §4.5). */
import { keySetScenario } from '../../harness/scenario/index.ts';

export default keySetScenario('with-two-keys-of-one-name', { proves: ['I-07', 'C-03'], refusedWith: 'sso.id-token.key-ambiguous' });
