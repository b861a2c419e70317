/** The ID token departs in one thing: it is one opaque word without a period (RFC 7519 §7.2 (1)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('that-is-no-jwt', { proves: ['I-07'], refusedWith: 'sso.id-token.malformed' });
