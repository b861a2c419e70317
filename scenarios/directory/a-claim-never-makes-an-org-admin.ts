/** In the same group at the identity provider as the org admin, by the same claim, and no org admin here. Calibration: the one whom the directory names. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: 'ada' | 'harbour-one' }>({
  proves: ['S10', 'N-08'],
  honest: { as: 'ada' },
  deviation: { as: 'harbour-one' },
  act: async ({ actors }, { as }) => {
    const person = actors.user({ as });
    const signedIn = await person.signIn();
    return signedIn.kind === 'ok' ? person.open('admin') : signedIn;
  },
  expect: [refusedWith('admin-hub.access.not-org-admin')],
});
