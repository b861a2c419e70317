/** An org admin sets a quarter of an hour: a session that runs already, and that nobody used for so long, is over, far from its longest life. Calibration: one second before. */
import { heldSession, limitSessions, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ unusedSeconds: number }>({
  proves: ['K-04', 'M-10'],
  needs: ['clock'],
  honest: { unusedSeconds: 899 },
  deviation: { unusedSeconds: 900 },
  act: async (world, { unusedSeconds }) => {
    await world.target.clock?.hold();
    const session = await heldSession(world);
    const limited = await limitSessions(world, { idleSeconds: '900' });
    if (limited.kind !== 'ok') return limited;
    await world.target.clock?.step({ seconds: unusedSeconds });
    return session.use();
  },
  expect: [refusedWith('session.host.idle')],
});
