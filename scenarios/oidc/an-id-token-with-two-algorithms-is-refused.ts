/** The ID token departs in one thing: its header names the algorithm twice, differently (RFC 7515 §4). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-two-algorithms', { proves: ['I-07'], refusedWith: 'sso.id-token.claims-duplicated' });
