/** What comes on the back channel departs in one thing: a stranger signed it, under the id of the realm's key (OIDC Core 1.0 §3.1.3.7 (6)). */
import { logoutTokenScenario } from '../../harness/scenario/index.ts';

export default logoutTokenScenario('signed-by-another-key', { proves: ['I-07', 'I-08'], refusedWith: 'sso.logout-token.signature-wrong' });
