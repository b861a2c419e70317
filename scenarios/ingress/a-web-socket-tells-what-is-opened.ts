/** Through the edge and the ingress, over a web socket: whoever follows is told of an issue as it is opened (I-10). */
import { arrives, hearsOfANewIssue, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-10', 'M-01'],
  honest: {},
  given: signedInUser,
  act: (_world, _input, user) => hearsOfANewIssue(user, 'web-socket'),
  expect: [arrives('tracker')],
});
