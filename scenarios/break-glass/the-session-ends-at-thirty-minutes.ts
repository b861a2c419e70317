/** At 29:59 the session still opens AdminHub; at 30:00 it does not, although it was in use all the time. */
import { refusedWith, scenario, staysSignedInUntil } from '../../harness/scenario/index.ts';

export default scenario<{ ageSeconds: number }>({
  proves: ['G-03'],
  needs: ['clock'],
  honest: { ageSeconds: 29 * 60 + 59 },
  deviation: { ageSeconds: 30 * 60 },
  act: async (world, { ageSeconds }) => {
    await world.target.clock?.hold();
    const holder = world.actors.breakGlass();
    await holder.signIn();
    // The session itself is presented each time: a browser that forgets its cookie proves nothing about the server.
    return staysSignedInUntil(world, { ageSeconds }, () => holder.carrySessionTo('admin'));
  },
  expect: [refusedWith('break-glass.session.expired')],
});
