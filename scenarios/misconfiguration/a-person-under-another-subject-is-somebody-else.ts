/** An e-mail address is no identity: the same person under another subject gets nothing that the old subject has (OIDC Core 1.0 §5.7). */
import { subjectChanged } from '../../harness/faults/index.ts';
import { isSomebodyElseThanBefore, scenario, signedInUser, worksAgain } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-03'],
  honest: {},
  fault: subjectChanged,
  given: signedInUser,
  act: ({ actors }) => actors.user().signIn(),
  expect: [isSomebodyElseThanBefore, worksAgain],
});
