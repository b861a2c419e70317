/** A product that was taken over must not press buttons on AdminHub (S4). Calibration: the same form, sent from AdminHub's own page. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ origin: string }>({
  proves: ['S4', 'I-01'],
  honest: { origin: 'https://admin.acme.isolated.test' },
  deviation: { origin: 'https://tracker.acme.isolated.test' },
  act: async ({ actors, target }, { origin }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    if (origin === target.origins.admin.origin) return holder.saveIdpSettings({});
    return holder.postFrom(new URL(origin), { host: 'admin', path: '/idp-settings', form: { clientId: 'taken-over' } });
  },
  expect: [refusedWith('ingress.request.origin-foreign')],
});
