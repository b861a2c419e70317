/** What comes on the back channel departs in one thing: it is signed by HMAC with the client secret, which nobody agreed on (OIDC Core 1.0 §3.1.3.7 (8)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('signed-with-the-client-secret', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.algorithm-other',
});
