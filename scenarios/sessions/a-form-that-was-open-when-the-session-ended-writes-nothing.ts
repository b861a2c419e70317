/** Lunch, with a form half filled in: when it is sent after an hour in which nobody used the session, it is refused, and nothing is written. Calibration: sent one second before. */
import { issuesNoted, noIssueCalled, refusedWith, scenario, signedIn, signedInUser } from '../../harness/scenario/index.ts';

const title = 'Written before lunch';

export default scenario<{ idleSeconds: number }>({
  proves: ['K-04', 'I-08'],
  needs: ['clock'],
  honest: { idleSeconds: 3_599 },
  deviation: { idleSeconds: 3_600 },
  act: async (world, { idleSeconds }) => {
    const { clock } = world.target;
    await clock?.hold();
    const user = await signedInUser(world);
    const reader = await signedIn(world, 'ada');
    const meanwhile = async (): Promise<void> => {
      await clock?.step({ seconds: 1_800 });
      await issuesNoted(world, reader);
      await clock?.step({ seconds: idleSeconds - 1_800 });
    };
    const { outcome } = await user.openIssue({ title, readers: 'all', meanwhile });
    await issuesNoted(world, reader);
    return outcome;
  },
  expect: [refusedWith('session.host.idle'), noIssueCalled(title)],
});
