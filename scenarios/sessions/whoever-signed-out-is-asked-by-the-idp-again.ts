/** Signing out here is signing out there: the identity provider's own session has ended, too, so nobody who comes to the browser later gets in without a password. */
import { arrives, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ signsOut: boolean }>({
  proves: ['I-08', 'S7'],
  honest: { signsOut: false },
  deviation: { signsOut: true },
  act: async (world, { signsOut }) => {
    const user = await signedInUser(world);
    if (signsOut) await user.signOut();
    return user.open('tracker');
  },
  expect: [arrives('idp')],
});
