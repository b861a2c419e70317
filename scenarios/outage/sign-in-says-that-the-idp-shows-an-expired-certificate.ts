/** Single sign-on under an outage: somebody forgot to renew its certificate; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { certificateExpired } from '../../harness/faults/index.ts';
import { refusedWith, saysThatTheIdpIsAway, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  honest: {},
  fault: certificateExpired,
  act: ({ actors }) => actors.user().signIn(),
  expect: [refusedWith('sso.idp.certificate-expired'), saysThatTheIdpIsAway],
});
