/** A subject that nobody has ever heard of gets nothing that anybody else has, whose e-mail address they bring. */
import { vouchesForAStranger } from '../../harness/faults/index.ts';
import { isSomebodyElseThanBefore, scenario, signedInUser, worksAgain } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-04'],
  honest: {},
  fault: vouchesForAStranger,
  given: signedInUser,
  act: ({ actors }) => actors.user().signIn(),
  expect: [isSomebodyElseThanBefore, worksAgain],
});
