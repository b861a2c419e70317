/** The ID token departs in one thing: it is made out to us and to somebody else, and does not say who asked for it (OIDC Core 1.0 §3.1.3.7 (4)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('for-two-without-saying-who-asked', { proves: ['I-07', 'S11'], refusedWith: 'sso.id-token.azp-missing' });
