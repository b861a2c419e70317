/** The ID token departs in one thing: it says where the keys to verify it are to be fetched (RFC 7515 §4.1.2). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-the-address-of-a-key-set', { proves: ['I-07'], refusedWith: 'sso.id-token.key-in-header' });
