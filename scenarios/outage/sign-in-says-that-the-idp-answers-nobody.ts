/** Single sign-on under an outage: connections are accepted and nothing ever comes back; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { blackHole } from '../../harness/faults/index.ts';
import { refusedWith, saysThatTheIdpIsAway, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  honest: {},
  fault: blackHole,
  act: ({ actors }) => actors.user().signIn(),
  expect: [refusedWith('sso.idp.no-answer'), saysThatTheIdpIsAway],
});
