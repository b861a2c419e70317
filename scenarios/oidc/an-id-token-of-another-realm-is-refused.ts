/** The ID token departs in one thing: its issuer is another realm of the same identity provider (OIDC Core 1.0 §3.1.3.7 (2)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('of-another-realm', { proves: ['I-07'], refusedWith: 'sso.id-token.issuer-other' });
