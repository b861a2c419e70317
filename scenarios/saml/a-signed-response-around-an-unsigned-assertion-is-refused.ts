/** What is read must be signed itself: a signature around it is not enough. */
import { samlAssertionUnsigned } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlAssertionUnsigned, {
  proves: ['C-03', 'I-07'],
  refusedWith: 'sso.saml-response.assertion-not-signed',
});
