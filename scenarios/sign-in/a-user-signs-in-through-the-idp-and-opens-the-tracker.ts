/** The ordinary day: from the tracker's front page through the identity provider and back. */
import { arrives, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-03', 'I-04', 'I-05', 'I-08', 'I-09', 'I-10', 'A-01'],
  honest: {},
  act: ({ actors }) => actors.user().signIn(),
  expect: [arrives('tracker')],
});
