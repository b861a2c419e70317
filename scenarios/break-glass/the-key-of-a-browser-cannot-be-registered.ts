/** The certificate that every Chromium carries, whose private key is public. Calibration: hardware from the listed maker registers through the same link. */
import { attestationScenario } from '../../harness/scenario/index.ts';

export default attestationScenario('of-a-browser', {
  proves: ['B-03', 'D-07'],
  refusedWith: 'break-glass.registration.authenticator-denied',
});
