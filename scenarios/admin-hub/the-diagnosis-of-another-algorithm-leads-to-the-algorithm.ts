/** ID tokens are signed with another algorithm than before, and the diagnosis says which setting repairs it. */
import { algorithmChanged } from '../../harness/faults/index.ts';
import { diagnosisLeadsTo, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-03'],
  honest: {},
  fault: algorithmChanged,
  act: ({ actors }) => actors.user().signIn(),
  expect: [diagnosisLeadsTo('/idp-settings#idTokenAlgorithm'), refusedWith('sso.id-token.algorithm-other')],
});
