/** What comes on the back channel departs in one thing: it says where the keys to verify it are to be fetched (RFC 7515 §4.1.2). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('with-the-address-of-a-key-set', {
  proves: ['I-07', 'I-08'],
  refusedWith: 'sso.logout-token.key-in-header',
});
