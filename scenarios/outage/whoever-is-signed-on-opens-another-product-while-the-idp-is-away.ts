/** The sign-on is ours: somebody who worked in the tracker opens the wiki for the first time while the identity provider is away, and nobody has to be asked. */
import { connectionsRefused } from '../../harness/faults/index.ts';
import { arrives, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['A-12', 'C-02', 'S7'],
  honest: {},
  fault: connectionsRefused,
  given: signedInUser,
  act: (_world, _input, user) => user.open('wiki'),
  expect: [arrives('wiki')],
});
