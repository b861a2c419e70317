/** A form of AdminHub, sent as its page would by somebody who is no org admin, with the page's token if it shows one. Calibration: the org admin. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: 'ada' | 'uma' }>({
  proves: ['S10', 'F-02'],
  honest: { as: 'ada' },
  deviation: { as: 'uma' },
  act: async ({ actors, target }, { as }) => {
    const person = actors.user({ as });
    await person.signIn();
    await person.open('admin');
    const { body } = await person.readHub('/connectors');
    const token = (body as { readonly formToken?: string } | undefined)?.formToken ?? 'none';
    return person.postFrom(target.origins.admin, { host: 'admin', path: '/connectors/make', form: { name: 'mine', 'form-token': token } });
  },
  expect: [refusedWith('admin-hub.access.not-org-admin')],
});
