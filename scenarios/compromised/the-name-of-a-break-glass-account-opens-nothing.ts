/** An identity that somebody else vouches for is never the break-glass account, whatever it calls itself. Calibration: the org admin, who is now called so. */
import { vouchesForBreakGlass } from '../../harness/faults/index.ts';
import { during, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['B-04', 'C-04', 'X-34'],
  honest: {},
  fault: vouchesForBreakGlass,
  act: async ({ actors }) => {
    const user = actors.user({ as: 'ada' });
    const signedIn = await user.signIn();
    return signedIn.kind === 'ok' ? user.open('admin') : signedIn;
  },
  expect: [
    refusedWith('admin-hub.access.not-org-admin'),
    during('the sign-in makes a person, and no break-glass account', 'sign in', (outcomes) =>
      outcomes.every((outcome) => outcome.kind === 'ok' && outcome.actor !== 'harbour-one'),
    ),
  ],
});
