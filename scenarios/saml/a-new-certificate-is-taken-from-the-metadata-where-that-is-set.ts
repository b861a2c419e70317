/** Where the organisation wants it so, the certificates in the metadata count, and a rotation locks nobody out. */
import { samlCertificateRotated } from '../../harness/faults/index.ts';
import { samlFaultIsRiddenOut } from '../../harness/scenario/index.ts';

export default samlFaultIsRiddenOut(samlCertificateRotated, {
  proves: ['C-03', 'C-04'],
  demands: { profile: { certificatesFromMetadata: true } },
});
