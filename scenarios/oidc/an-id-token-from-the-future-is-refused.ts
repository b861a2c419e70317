/** The ID token departs in one thing: it will be made in four minutes (RFC 7519 §4.1.6). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('from-the-future', { proves: ['I-07'], refusedWith: 'sso.id-token.issued-in-future' });
