/** The ID token departs in one thing: its hash is not that of the access token that came with it (OIDC Core 1.0 §3.1.3.8). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('for-another-access-token', { proves: ['I-07', 'S11'], refusedWith: 'sso.id-token.access-token-other' });
