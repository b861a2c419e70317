/** The ID token departs in one thing: it becomes valid in ten minutes (RFC 7519 §4.1.5). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('that-is-not-valid-yet', { proves: ['I-07'], refusedWith: 'sso.id-token.not-yet-valid' });
