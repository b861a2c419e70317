/** Lunch, with a form half filled in: when it is sent after an hour in which nobody used the session, it is refused, and nothing is written. Calibration: sent one second before. */
import { refusedWith, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ idleSeconds: number }>({
  proves: ['K-04', 'I-08'],
  needs: ['clock'],
  honest: { idleSeconds: 3_599 },
  deviation: { idleSeconds: 3_600 },
  act: async (world, { idleSeconds }) => {
    const { clock } = world.target;
    await clock?.hold();
    const user = await signedInUser(world);
    const meanwhile = async (): Promise<void> => clock?.step({ seconds: idleSeconds });
    return (await user.openIssue({ title: 'Written before lunch', readers: 'all', meanwhile })).outcome;
  },
  expect: [refusedWith('session.host.idle')],
});
