/** At 11:59:59 the session still opens the tracker; at 12:00:00 it does not, although it was in use all the time. */
import { heldSession, refusedWith, scenario, staysSignedInUntil } from '../../harness/scenario/index.ts';

export default scenario<{ ageSeconds: number }>({
  proves: ['K-04', 'I-08'],
  needs: ['clock'],
  honest: { ageSeconds: 12 * 3_600 - 1 },
  deviation: { ageSeconds: 12 * 3_600 },
  act: async (world, { ageSeconds }) => {
    await world.target.clock?.hold();
    const session = await heldSession(world);
    return staysSignedInUntil(world, { ageSeconds, everySeconds: 45 * 60 }, session.use);
  },
  expect: [refusedWith('session.host.expired')],
});
