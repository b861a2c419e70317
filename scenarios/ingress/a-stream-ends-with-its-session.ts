/** Thirteen hours on, the session of a stream is past its absolute limit: it is ended at the next look, within five seconds. Calibration: six seconds on it is looked at, and goes on. */
import { endOf, refusedWith, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ hours: number }, Awaited<ReturnType<typeof signedInUser>>>({
  proves: ['S7', 'K-04'],
  needs: ['clock'],
  honest: { hours: 0 },
  deviation: { hours: 13 },
  given: signedInUser,
  act: async (world, { hours }, user) => {
    await world.target.clock?.hold();
    const following = await user.follow('stream');
    await world.target.clock?.step({ minutes: 60 * hours, seconds: 6 });
    return endOf(world, following);
  },
  expect: [refusedWith('ingress.lasting.session-ended')],
});
