/** What comes on the back channel departs in one thing: its subject was changed after it was signed (RFC 7515 §5.2 (7)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('altered-after-it-was-signed', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.signature-wrong',
});
