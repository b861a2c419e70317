/** The ID token departs in one thing: its end is written in words (RFC 7519 §2 (NumericDate)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('whose-expiry-is-text', { proves: ['I-07'], refusedWith: 'sso.id-token.time-malformed' });
