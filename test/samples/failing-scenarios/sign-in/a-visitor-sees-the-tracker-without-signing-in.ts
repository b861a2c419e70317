/** A claim that is false: for the tests of what a failed run leaves behind. */
import { arrives, scenario } from '../../../../harness/scenario/index.ts';

export default scenario({
  proves: ['M-05'],
  honest: {},
  act: ({ actors }) => actors.visitor().open('tracker'),
  expect: [arrives('tracker')],
});
