/** The identity provider was in wrong hands: break-glass rotates trust, and whoever signed in before has to do so again. Calibration: nobody presses the button. */
import { afterwards, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ trust: 'as it was' | 'rotated' }>({
  proves: ['S10', 'C-04'],
  honest: { trust: 'as it was' },
  deviation: { trust: 'rotated' },
  act: async ({ actors }, { trust }) => {
    const user = actors.user();
    await user.signIn();
    const holder = actors.breakGlass();
    await holder.signIn();
    if (trust === 'rotated') await holder.sendHubForm({ page: '/trust', form: 'rotate-trust' });
    return user.callApi('tracker', '/api/issues');
  },
  expect: [
    refusedWith('session.host.trust-rotated'),
    afterwards('whoever signs in again is let in', ({ actors }) => actors.user().signIn()),
  ],
});
