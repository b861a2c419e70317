/** At 59:59 without a request the session still opens the tracker; at 60:00 it does not, though its twelve hours are not over. */
import { heldSession, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ idleSeconds: number }>({
  proves: ['K-04', 'I-08'],
  needs: ['clock'],
  honest: { idleSeconds: 3_599 },
  deviation: { idleSeconds: 3_600 },
  act: async (world, { idleSeconds }) => {
    await world.target.clock?.hold();
    const session = await heldSession(world);
    await world.target.clock?.step({ seconds: idleSeconds });
    return session.use();
  },
  expect: [refusedWith('session.host.idle')],
});
