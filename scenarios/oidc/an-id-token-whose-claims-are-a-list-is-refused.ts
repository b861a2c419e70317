/** The ID token departs in one thing: its claims are a list and no object (RFC 7519 §7.2 (10)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('whose-claims-are-a-list', { proves: ['I-07'], refusedWith: 'sso.id-token.malformed' });
