/** A key that says it is of the listed model, by a maker whose root nobody accepted. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('of-another-maker', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.root-not-trusted',
});
