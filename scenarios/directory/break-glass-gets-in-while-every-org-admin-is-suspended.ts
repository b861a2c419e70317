/** No org admin comes in by single sign-on; the account reaches AdminHub all the same. */
import { orgAdminsSuspended } from '../../harness/faults/index.ts';
import { arrives, during, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['N-04', 'N-08', 'A-05'],
  honest: {},
  fault: orgAdminsSuspended,
  act: async ({ actors }) => {
    await actors.user({ as: 'ada' }).signIn();
    return actors.breakGlass().signIn();
  },
  expect: [
    arrives('admin'),
    during('the org admin is stopped on the way', 'sign in', (outcomes) => outcomes.some(({ kind }) => kind === 'fault')),
  ],
});
