/** Settings with a wrong secret come into force by break-glass, nobody gets in, and what was in force before is one button away. */
import { arrives, during, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-03', 'C-07', 'A-07'],
  honest: {},
  act: async ({ actors }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    await holder.saveIdpSettings({ clientSecret: 'not-the-secret-of-anybody' });
    await actors.user({ as: 'nils' }).signIn();
    await holder.sendHubForm({ page: '/idp-settings', form: '/idp-settings/roll-back' });
    return actors.user({ as: 'nils' }).signIn();
  },
  expect: [
    arrives('tracker'),
    during(
      'nobody got in before, because of the wrong secret',
      'sign in',
      ([first]) => first?.kind === 'refused' && first.code === 'sso.code-exchange.client-rejected',
    ),
  ],
});
