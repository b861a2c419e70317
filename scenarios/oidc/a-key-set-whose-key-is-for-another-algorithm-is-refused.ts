/** The published keys depart in one thing, while the ID token is signed as ever: the key that signs by RS256 is published for PS512 (RFC 7517 §4.4). */
import { keySetScenario } from '../../harness/scenario/index.ts';

export default keySetScenario('whose-key-is-for-another-algorithm', {
  proves: ['I-07', 'C-03'],
  refusedWith: 'sso.id-token.key-unsuitable',
});
