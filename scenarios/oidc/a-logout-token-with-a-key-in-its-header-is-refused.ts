/** What comes on the back channel departs in one thing: it brings a public key along to be verified with (RFC 7515 §4.1.3). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('with-a-key-in-its-header', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.key-in-header' });
