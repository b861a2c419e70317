/** An identity provider that takes connections and answers none: the start page waits for its own limit and no longer. Calibration: the same sign-in at the start page in good weather. */
import { blackHole } from '../../harness/faults/index.ts';
import { scenario, startPageSays } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  needs: ['browser', 'start-page'],
  honest: {},
  fault: blackHole,
  act: ({ actors }) => actors.user().startPage.signIn(),
  expect: [startPageSays('away', { withinSeconds: 15 })],
});
