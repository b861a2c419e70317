/** The ID token departs in one thing: it never ends (OIDC Core 1.0 §2 (exp)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('without-an-expiry', { proves: ['I-07'], refusedWith: 'sso.id-token.expiry-missing' });
