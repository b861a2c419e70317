/** A key that nobody told us of signs for nobody, whatever the metadata say. */
import { samlCertificateRotated } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlCertificateRotated, {
  proves: ['C-03', 'C-04', 'I-07'],
  refusedWith: 'sso.saml-response.key-unknown',
});
