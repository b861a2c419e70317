/** A laptop was left on a train: an org admin ends the one session on AdminHub, and the cookie in it opens nothing. Calibration: the admin only looks. */
import { handleOfSession, heldSession, orgAdmin, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ ends: boolean }>({
  proves: ['I-08', 'M-10'],
  honest: { ends: false },
  deviation: { ends: true },
  act: async (world, { ends }) => {
    const [session, admin] = [await heldSession(world), await orgAdmin(world)];
    const known = await session.use();
    const handle = await handleOfSession(admin, (known.kind === 'ok' && known.actor) || '');
    if (ends) await admin.administer('sessions/revoke', { handle });
    return session.use();
  },
  expect: [refusedWith('session.host.revoked')],
});
