/** A key of the listed model under the right certificate, and a signature over something else. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('with-a-forged-attestation', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.attestation-library-refused',
});
