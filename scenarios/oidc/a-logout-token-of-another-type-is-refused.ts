/** What comes on the back channel departs in one thing: its header says that it is an access token (RFC 8725 §3.11). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('of-another-type', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.type-other' });
