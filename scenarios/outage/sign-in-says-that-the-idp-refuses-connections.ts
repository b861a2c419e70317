/** Single sign-on under an outage: its host is up and nothing listens; our own page says so in bounded time. Calibration: the same sign-in in good weather. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { refusedWith, saysThatTheIdpIsAway, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  honest: {},
  fault: connectionsRefused,
  act: ({ actors }) => actors.user().signIn(),
  expect: [refusedWith('sso.idp.connection-refused'), saysThatTheIdpIsAway],
});
