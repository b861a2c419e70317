/** The handle of a session is no secret, it stands in records: who learns that of a colleague's session cannot end it. Calibration: another of one's own. */
import { afterwards, handleOfSession, orgAdmin, refusedWith, scenario, signedIn } from '../../harness/scenario/index.ts';

export default scenario<{ whose: 'uma' | 'nils' }>({
  proves: ['I-10', 'M-10'],
  honest: { whose: 'nils' },
  deviation: { whose: 'uma' },
  act: async (world, { whose }) => {
    const [nils, admin] = [await signedIn(world, 'nils'), await orgAdmin(world)];
    const begun = await world.actors.user({ as: whose }).signIn();
    const handle = await handleOfSession(admin, (begun.kind === 'ok' && begun.actor) || '');
    return nils.endSession(handle);
  },
  expect: [
    refusedWith('session.revocation.of-somebody-else'),
    afterwards('and everybody signs in as ever', ({ actors }) => actors.user().signIn()),
  ],
});
