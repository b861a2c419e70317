/** Which of the two keys is meant nobody can tell. What was published is believed for five minutes: until then nobody gets in, healed or not. */
import { keysShareAnId } from '../../harness/faults/index.ts';
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-03'],
  honest: {},
  fault: keysShareAnId,
  act: ({ actors }) => actors.user().signIn(),
  expect: [refusedWith('sso.id-token.key-ambiguous')],
});
