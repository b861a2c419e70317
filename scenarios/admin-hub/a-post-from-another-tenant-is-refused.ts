/** A page of another tenant is the same site for a browser, and its form brings the session along (S4). Calibration: the same form, sent from AdminHub's own page. */
import { afterwards, refusedWith, scenario } from '../../harness/scenario/index.ts';

const anotherTenant = new URL('https://evil.initech.isolated.test');

export default scenario<{ from: 'own page' | 'another tenant' }>({
  proves: ['S4', 'I-01'],
  honest: { from: 'own page' },
  deviation: { from: 'another tenant' },
  act: async ({ actors }, { from }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    if (from === 'own page') return holder.saveIdpSettings({});
    return holder.postFrom(anotherTenant, { host: 'admin', path: '/idp-settings', form: { clientId: 'taken-over' } });
  },
  expect: [
    refusedWith('ingress.request.origin-foreign'),
    afterwards('the settings are as they were: single sign-on works', ({ actors }) => actors.user().signIn()),
  ],
});
