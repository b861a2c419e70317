/** The ID token departs in one thing: it is encrypted, and nobody agreed on that (OIDC Core 1.0 §3.1.3.7 (1)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('that-is-encrypted', { proves: ['I-07'], refusedWith: 'sso.id-token.encrypted' });
