/** SHA-1 is not accepted from anybody, not even from the right key. */
import { samlSignedWithSha1 } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlSignedWithSha1, { proves: ['C-03', 'I-07'], refusedWith: 'sso.saml-response.algorithm-other' });
