/** An org admin asks for a draft to come into force that nobody has signed in with. Calibration: the same, after a test sign-in of their own. */
import { activateDraft, afterwards, refusedWith, scenario, signedInAdmin } from '../../harness/scenario/index.ts';

export default scenario<{ tested: boolean }>({
  proves: ['C-03', 'C-07'],
  honest: { tested: true },
  deviation: { tested: false },
  act: async (world, { tested }) => {
    const admin = await signedInAdmin(world);
    await admin.open('admin');
    await admin.sendHubForm({ page: '/idp-settings', form: 'idp-settings' });
    if (tested) await admin.sendHubForm({ page: '/idp-settings', form: 'test-draft', lands: 'login' });
    return activateDraft(admin);
  },
  expect: [
    refusedWith('admin-hub.activation.not-tested'),
    afterwards('single sign-on goes where it went', ({ actors }) => actors.user().signIn()),
  ],
});
