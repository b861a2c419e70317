/** The ID token departs in one thing: the host of its issuer begins with ours and ends with a stranger's (RFC 9207 §2.4). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('of-an-issuer-with-a-longer-name', { proves: ['I-07'], refusedWith: 'sso.id-token.issuer-other' });
