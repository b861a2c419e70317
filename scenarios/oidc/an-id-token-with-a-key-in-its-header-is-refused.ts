/** The ID token departs in one thing: it brings a public key along to be verified with (RFC 7515 §4.1.3). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-a-key-in-its-header', { proves: ['I-07'], refusedWith: 'sso.id-token.key-in-header' });
