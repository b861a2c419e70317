/** A draft with a wrong secret is saved and tested; its test sign-in is refused, and people sign in as before. */
import { arrives, during, scenario, signedInAdmin } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-03', 'C-07'],
  honest: {},
  act: async (world) => {
    const admin = await signedInAdmin(world);
    await admin.open('admin');
    await admin.sendHubForm({ page: '/idp-settings', form: 'idp-settings', values: { clientSecret: 'not-the-secret-of-anybody' } });
    await admin.sendHubForm({ page: '/idp-settings', form: 'test-draft', lands: 'login' });
    return world.actors.user().signIn();
  },
  expect: [
    arrives('tracker'),
    during(
      'the test sign-in was refused by the rule that the draft breaks',
      'send the form test-draft of admin /idp-settings',
      (outcomes) => outcomes.every((outcome) => outcome.kind === 'refused' && outcome.code === 'sso.code-exchange.client-rejected'),
    ),
  ],
});
