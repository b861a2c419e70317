/** The ID token departs in one thing: its subject was changed after it was signed (RFC 7515 §5.2 (7)). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('altered-after-it-was-signed', { proves: ['I-07'], refusedWith: 'sso.id-token.signature-wrong' });
