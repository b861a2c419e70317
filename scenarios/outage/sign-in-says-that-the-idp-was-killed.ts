/** Single sign-on under an outage: the identity provider's process is gone, and what stands in front of it can only say so. Calibration: the same sign-in in good weather. */
import { idpKilled } from '../../harness/faults/index.ts';
import { refusedWith, saysThatTheIdpIsAway, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  honest: {},
  fault: idpKilled,
  act: ({ actors }) => actors.user().signIn(),
  expect: [refusedWith('sso.idp.unavailable'), saysThatTheIdpIsAway],
});
