/** Whoever is made an org admin gets a new session with the next click, and no prompt; the cookie from before, which somebody may have stolen while it was worth less, opens nothing. Calibration: somebody else is made one. */
import { afterwards, heldSession, orgAdmin, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ made: 'uma' | 'nils' }>({
  proves: ['I-08', 'S10'],
  honest: { made: 'nils' },
  deviation: { made: 'uma' },
  act: async (world, { made }) => {
    const [session, admin] = [await heldSession(world), await orgAdmin(world)];
    const known = await world.actors.user({ as: made }).signIn();
    const subject = (known.kind === 'ok' && known.actor) || '';
    const { outcome } = await admin.administer('people/grant-org-admin', { subject });
    return outcome.kind === 'ok' ? session.use() : outcome;
  },
  expect: [refusedWith('session.host.privileges-changed'), afterwards('and signs in as ever', ({ actors }) => actors.user().signIn())],
});
