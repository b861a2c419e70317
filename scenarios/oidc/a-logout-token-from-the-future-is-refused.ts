/** What comes on the back channel departs in one thing: it will be made in ten minutes (RFC 7519 §4.1.6). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('from-the-future', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.issued-in-future' });
