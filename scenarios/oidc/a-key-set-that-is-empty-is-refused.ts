/** The published keys depart in one thing, while the ID token is signed as ever: no key is in it (RFC 7517 §5.1). */
import { keySetScenario } from '../../harness/scenario/index.ts';

export default keySetScenario('that-is-empty', { proves: ['I-07', 'C-03'], refusedWith: 'sso.keys.empty' });
