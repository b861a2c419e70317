/** An e-mail address is no identity: whoever comes with that of the org admin is who they were before, and AdminHub stays closed to them. */
import { addressOfAnAdmin } from '../../harness/faults/index.ts';
import { during, isWhoWasThereBefore, scenario, signedInUser, worksAgain } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-04'],
  honest: {},
  fault: addressOfAnAdmin,
  given: signedInUser,
  act: async ({ actors }) => {
    const user = actors.user();
    const signedIn = await user.signIn();
    await user.open('admin');
    return signedIn;
  },
  expect: [
    isWhoWasThereBefore,
    during('AdminHub stays closed to them', 'open admin /', (outcomes) =>
      outcomes.every((outcome) => outcome.kind === 'refused' && outcome.code === 'admin-hub.access.not-org-admin'),
    ),
    worksAgain,
  ],
});
