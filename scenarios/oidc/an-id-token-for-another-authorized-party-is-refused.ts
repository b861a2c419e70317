/** The ID token departs in one thing: another relying party asked for it (OIDC Core 1.0 §3.1.3.7 (5)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('for-another-authorized-party', { proves: ['I-07', 'S11'], refusedWith: 'sso.id-token.azp-other' });
