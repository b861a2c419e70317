/** The ID token departs in one thing: its parts are padded with equals signs (RFC 7515 §2). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-padding', { proves: ['I-07'], refusedWith: 'sso.id-token.malformed' });
