/** The ID token departs in one thing: it was made an hour ago (OIDC Core 1.0 §3.1.3.7 (10)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('from-long-ago', { proves: ['I-07'], refusedWith: 'sso.id-token.too-old' });
