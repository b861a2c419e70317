/** The ID token departs in one thing: a stranger signed it, under the id of the realm's key (OIDC Core 1.0 §3.1.3.7 (6)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('signed-by-another-key', { proves: ['I-07'], refusedWith: 'sso.id-token.signature-wrong' });
