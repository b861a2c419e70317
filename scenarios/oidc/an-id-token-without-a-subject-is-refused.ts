/** The ID token departs in one thing: it is about nobody (OIDC Core 1.0 §2 (sub)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('without-a-subject', { proves: ['I-07'], refusedWith: 'sso.id-token.subject-missing' });
