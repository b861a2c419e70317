/** A product that was taken over must not press buttons on AdminHub (S4). Calibration: the same form, sent from AdminHub's own page. */
import { afterwards, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ from: 'admin' | 'tracker' }>({
  proves: ['S4', 'I-01'],
  honest: { from: 'admin' },
  deviation: { from: 'tracker' },
  act: async ({ actors, target }, { from }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    if (from === 'admin') return holder.saveIdpSettings({});
    return holder.postFrom(target.origins[from], { host: 'admin', path: '/idp-settings', form: { clientId: 'taken-over' } });
  },
  expect: [
    refusedWith('ingress.request.origin-foreign'),
    afterwards('the settings are as they were: single sign-on works', ({ actors }) => actors.user().signIn()),
  ],
});
