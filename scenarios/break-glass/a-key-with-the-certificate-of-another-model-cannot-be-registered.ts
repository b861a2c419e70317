/** A key that says it is of the listed model, under a certificate of the accepted maker for another one. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('with-the-certificate-of-another-model', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.model-not-certified',
});
