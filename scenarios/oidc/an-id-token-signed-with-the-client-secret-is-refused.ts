/** The ID token departs in one thing: it is signed by HMAC with the client secret, which nobody agreed on (OIDC Core 1.0 §3.1.3.7 (8)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('signed-with-the-client-secret', { proves: ['I-07'], refusedWith: 'sso.id-token.algorithm-other' });
