/** What comes on the back channel departs in one thing: it names a key that the realm never published (RFC 7515 §4.1.4). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('by-an-unknown-key', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.key-unknown' });
