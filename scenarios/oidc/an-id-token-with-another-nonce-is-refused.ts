/** The ID token departs in one thing: it belongs to another attempt (OIDC Core 1.0 §15.5.2). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-another-nonce', { proves: ['I-07'], refusedWith: 'sso.id-token.nonce-other' });
