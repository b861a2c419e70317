/** Until somebody strikes out a stolen key, what it signs is as good as the truth: that is why it can be struck out while the identity provider still publishes it. */
import { keyStolen } from '../../harness/faults/index.ts';
import { isWhoWasThereBefore, scenario, signedIn, worksAgain } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-04'],
  honest: {},
  fault: keyStolen,
  given: (world) => signedIn(world, 'ada'),
  act: ({ actors }) => actors.user({ as: 'nils', from: 'attacker' }).signIn(),
  expect: [isWhoWasThereBefore, worksAgain],
});
