/** The ID token departs in one thing: its header is no JSON (RFC 7515 §5.2 (3)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('whose-header-is-no-json', { proves: ['I-07'], refusedWith: 'sso.id-token.malformed' });
