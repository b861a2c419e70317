/** The ID token departs in one thing: its header says that it is an access token (RFC 8725 §3.11). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('of-another-type', { proves: ['I-07'], refusedWith: 'sso.id-token.type-other' });
