/** A software key that vouches for itself, under the name of a model that is on the list. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('that-attests-itself', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.attestation-self',
});
