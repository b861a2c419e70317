/** The ID token departs in one thing: it is validly signed by the realm's key, by RS512 where RS256 was agreed on (OIDC Core 1.0 §3.1.3.7 (7)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('signed-with-another-hash', { proves: ['I-07'], refusedWith: 'sso.id-token.algorithm-other' });
