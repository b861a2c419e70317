/** The ID token departs in one thing: it is made out to another relying party of the same realm (OIDC Core 1.0 §3.1.3.7 (3)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('for-another-relying-party', { proves: ['I-07'], refusedWith: 'sso.id-token.audience-other' });
