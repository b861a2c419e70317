/** The published keys depart in one thing, while the ID token is signed as ever: its keys are an object and no list (RFC 7517 §5 (keys)). */
import { keySetScenario } from '../../harness/scenario/index.ts';

export default keySetScenario('that-is-no-list', { proves: ['I-07', 'C-03'], refusedWith: 'sso.keys.malformed' });
