/** The ID token departs in one thing: it ended ten minutes ago (OIDC Core 1.0 §3.1.3.7 (9)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('that-has-expired', { proves: ['I-07'], refusedWith: 'sso.id-token.expired' });
