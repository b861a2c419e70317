/** Single sign-on under an outage: it says itself that it cannot serve; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { answers503 } from '../../harness/faults/index.ts';
import { refusedWith, saysThatTheIdpIsAway, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  honest: {},
  fault: answers503,
  act: ({ actors }) => actors.user().signIn(),
  expect: [refusedWith('sso.idp.unavailable'), saysThatTheIdpIsAway],
});
