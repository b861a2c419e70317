/** The ID token departs in one thing: it is made out to nobody (OIDC Core 1.0 §2 (aud)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('without-an-audience', { proves: ['I-07'], refusedWith: 'sso.id-token.audience-missing' });
