/** The ID token departs in one thing: it says where the certificate to verify it is to be fetched (RFC 7515 §4.1.5). */
import { idTokenScenario } from '../../harness/scenario/index.ts';

export default idTokenScenario('with-the-address-of-a-certificate', { proves: ['I-07'], refusedWith: 'sso.id-token.key-in-header' });
