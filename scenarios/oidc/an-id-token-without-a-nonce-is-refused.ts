/** The ID token departs in one thing: it does not say which attempt it belongs to (OIDC Core 1.0 §3.1.3.7 (11)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('without-a-nonce', { proves: ['I-07'], refusedWith: 'sso.id-token.nonce-missing' });
