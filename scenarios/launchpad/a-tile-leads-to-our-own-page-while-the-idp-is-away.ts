/** The identity provider goes away while the tiles stand there: whoever chooses one is told by us what is wrong, and does not end on an error of the browser. Calibration: the same tile in good weather. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { atTheTiles, refusedWith, saysThatTheIdpIsAway, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02'],
  needs: ['browser', 'start-page'],
  honest: {},
  fault: connectionsRefused,
  given: atTheTiles,
  act: (_world, _input, user) => user.startPage.choose('tracker'),
  expect: [refusedWith('sso.idp.connection-refused'), saysThatTheIdpIsAway],
});
