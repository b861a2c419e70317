/** The ID token departs in one thing: the host of its issuer is written in capitals (RFC 7519 §2 (StringOrURI)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('of-an-issuer-in-capitals', { proves: ['I-07'], refusedWith: 'sso.id-token.issuer-other' });
