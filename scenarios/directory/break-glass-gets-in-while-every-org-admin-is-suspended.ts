/** An org admin who came in a moment ago comes in by single sign-on no more; the account reaches AdminHub all the same. */
import { orgAdminsSuspended } from '../../harness/faults/index.ts';
import { arrives, scenario, signedIn, stopsAtTheIdp, theFirst } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['N-04', 'N-08', 'A-05'],
  honest: {},
  fault: orgAdminsSuspended,
  given: (world) => signedIn(world, 'ada'),
  act: async ({ actors }) => {
    await actors.user({ as: 'ada' }).signIn();
    return actors.breakGlass().signIn();
  },
  expect: [arrives('admin'), theFirst('sign in', 'the org admin', stopsAtTheIdp('a question'))],
});
