/** A key by the accepted maker, of a model that is not on the list. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('of-an-unlisted-model', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.authenticator-not-listed',
});
