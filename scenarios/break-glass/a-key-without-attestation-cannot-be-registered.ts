/** A key that proves nothing about itself. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('without-attestation', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.attestation-none',
});
