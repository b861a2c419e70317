/** A key of the listed model that says of itself that it may be backed up: it is no longer one piece of hardware. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('that-may-be-copied', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.key-not-hardware',
});
