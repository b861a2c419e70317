/** The ID token departs in one thing: its issuer begins with http: (OIDC Core 1.0 §1.2 (Issuer Identifier)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('of-an-issuer-without-tls', { proves: ['I-07'], refusedWith: 'sso.id-token.issuer-other' });
