/** An e-mail address is no identity: whoever comes with that of the org admin is who they were before. */
import { addressOfAnAdmin } from '../../harness/faults/index.ts';
import { isWhoWasThereBefore, scenario, signedInUser, worksAgain } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-04'],
  honest: {},
  fault: addressOfAnAdmin,
  given: signedInUser,
  act: ({ actors }) => actors.user().signIn(),
  expect: [isWhoWasThereBefore, worksAgain],
});
