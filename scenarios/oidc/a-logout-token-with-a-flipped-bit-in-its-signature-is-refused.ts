/** What comes on the back channel departs in one thing: one bit of its signature is turned (RFC 7515 §5.2 (8)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('with-a-flipped-bit-in-its-signature', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.signature-wrong',
});
