/** Exemptions are declared apart from the system, each with its reason: nothing else is open in the route table without a session, and nothing declared is gone, so that a row that somebody added one day does not stay unnoticed. */
import { driftOfExemptions, nothingIsExemptUndeclared, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['X-36', 'M-05', 'M-06'],
  needs: ['operations'],
  hands: 'wire',
  honest: {},
  act: driftOfExemptions,
  expect: [nothingIsExemptUndeclared],
});
