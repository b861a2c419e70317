/** A key of the listed model, whose certificate ended a year ago. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('with-an-expired-certificate', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.certificate-out-of-date',
});
