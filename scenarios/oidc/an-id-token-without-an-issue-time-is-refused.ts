/** The ID token departs in one thing: it does not say when it was made (OIDC Core 1.0 §2 (iat)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('without-an-issue-time', { proves: ['I-07'], refusedWith: 'sso.id-token.issued-at-missing' });
