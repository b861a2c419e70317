/** What single sign-on is worth: a validly signed lie about who signed in cannot be told from the truth. Only break-glass can end it. */
import { vouchesForAnAdmin } from '../../harness/faults/index.ts';
import { isWhoWasThereBefore, scenario, signedIn, worksAgain } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-04'],
  honest: {},
  fault: vouchesForAnAdmin,
  given: (world) => signedIn(world, 'ada'),
  act: ({ actors }) => actors.user({ as: 'nils', from: 'attacker' }).signIn(),
  expect: [isWhoWasThereBefore, worksAgain],
});
