/** An org admin sets an hour: a session that runs already ends then, although it was in use all the time. Calibration: one second before. */
import { heldSession, limitSessions, refusedWith, scenario, staysSignedInUntil } from '../../harness/scenario/index.ts';

export default scenario<{ ageSeconds: number }>({
  proves: ['K-04', 'M-10'],
  needs: ['clock'],
  honest: { ageSeconds: 3_599 },
  deviation: { ageSeconds: 3_600 },
  act: async (world, { ageSeconds }) => {
    await world.target.clock?.hold();
    const session = await heldSession(world);
    const limited = await limitSessions(world, { absoluteSeconds: '3600' });
    return limited.kind === 'ok' ? staysSignedInUntil(world, { ageSeconds, everySeconds: 15 * 60 }, session.use) : limited;
  },
  expect: [refusedWith('session.host.expired')],
});
