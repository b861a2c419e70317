/** The ID token departs in one thing: it does not say how the person signed in, although that was demanded (OIDC Core 1.0 §5.5.1.1). */
import { demandedContextScenario } from '../../harness/scenario/index.ts';

export default demandedContextScenario('without-the-demanded-context', { proves: ['I-06'], refusedWith: 'sso.id-token.acr-missing' });
