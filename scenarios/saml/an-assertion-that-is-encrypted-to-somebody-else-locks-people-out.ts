/** With the certificate of another relying party nobody gets in, and the record says why. */
import { samlEncryptedToSomebodyElse } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlEncryptedToSomebodyElse, {
  proves: ['C-03'],
  refusedWith: 'sso.saml-response.assertion-encrypted-unreadable',
});
