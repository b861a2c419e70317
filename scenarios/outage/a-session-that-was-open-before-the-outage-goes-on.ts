/** Who signed in before the identity provider went away keeps working. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { arrives, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02', 'M-01'],
  honest: {},
  fault: connectionsRefused,
  given: signedInUser,
  act: (_world, _input, user) => user.open('tracker'),
  expect: [arrives('tracker')],
});
