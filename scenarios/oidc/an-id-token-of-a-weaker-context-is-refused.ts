/** The ID token departs in one thing: it says that the person signed in with less than was demanded (OIDC Core 1.0 §3.1.3.7 (12)). */
import { demandedContextScenario } from '../../harness/scenario/index.ts';

export default demandedContextScenario('of-a-weaker-context', { proves: ['I-06'], refusedWith: 'sso.id-token.acr-other' });
