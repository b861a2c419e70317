/** A page of another tenant, which is the same site for a browser, and one of a stranger hold every page of ours in frames (clickjacking). */
import { adminEverywhere, framedByOthers, noPageIsShownInAFrame, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['S4'],
  needs: ['operations', 'hr-feed'],
  honest: {},
  given: adminEverywhere,
  act: (world, _input, viewer) => framedByOthers(world, viewer),
  expect: [noPageIsShownInAFrame],
});
