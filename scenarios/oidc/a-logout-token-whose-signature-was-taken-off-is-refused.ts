/** What comes on the back channel departs in one thing: it says RS256, and its signature is empty (RFC 8725 §3.3). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('whose-signature-was-taken-off', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.signature-wrong',
});
