/** What comes on the back channel departs in one thing: it is signed by HMAC, with the realm's public key as the secret (RFC 8725 §2.1). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('signed-with-the-public-key', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.algorithm-other',
});
