/** A page of another tenant, which is the same site for a browser, and one of a stranger hold every page of ours in frames (clickjacking). */
import { adminEverywhere, framedByOthers, noPageIsShownInAFrame, scenario, type User } from '../../harness/scenario/index.ts';

export default scenario<object, User>({
  proves: ['S4'],
  needs: ['operations'],
  honest: {},
  given: adminEverywhere,
  act: (world, _input, admin) => framedByOthers(world, admin),
  expect: [noPageIsShownInAFrame],
});
