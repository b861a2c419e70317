/** Single sign-on under an outage: the identity provider's process lives, accepts connections, and never answers. Calibration: the same sign-in in good weather. */
import { idpHangs } from '../../harness/faults/index.ts';
import { refusedWith, saysThatTheIdpIsAway, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  honest: {},
  fault: idpHangs,
  act: ({ actors }) => actors.user().signIn(),
  expect: [refusedWith('sso.idp.no-answer'), saysThatTheIdpIsAway],
});
