/** An org admin takes the verified domain off the list; whoever comes next with an address in it is refused. Calibration: it stays on the list. */
import { orgAdmin, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ domain: 'kept' | 'removed' }>({
  proves: ['M-11'],
  honest: { domain: 'kept' },
  deviation: { domain: 'removed' },
  act: async (world, { domain }) => {
    const admin = await orgAdmin(world);
    if (domain === 'removed') await admin.administer('domains/remove', { domain: 'acme.test' });
    return world.actors.user({ as: 'uma' }).signIn();
  },
  expect: [refusedWith('directory.sign-in.domain-not-verified')],
});
