/** The ID token departs in one thing: nobody says that he issued it (OIDC Core 1.0 §2 (iss)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('without-an-issuer', { proves: ['I-07'], refusedWith: 'sso.id-token.issuer-missing' });
