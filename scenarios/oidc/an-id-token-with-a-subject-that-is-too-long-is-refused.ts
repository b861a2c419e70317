/** The ID token departs in one thing: the name of whom it is about has 256 characters (OIDC Core 1.0 §2 (sub)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-a-subject-that-is-too-long', { proves: ['I-07'], refusedWith: 'sso.id-token.subject-too-long' });
