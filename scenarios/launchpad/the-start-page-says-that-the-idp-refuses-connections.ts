/** Where the customer's people begin their day, the outage is said in bounded time. Calibration: the same sign-in at the start page in good weather. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { scenario, startPageSays } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  needs: ['browser', 'start-page'],
  honest: {},
  fault: connectionsRefused,
  act: ({ actors }) => actors.user().startPage.signIn(),
  expect: [startPageSays('away', { withinSeconds: 10 })],
});
