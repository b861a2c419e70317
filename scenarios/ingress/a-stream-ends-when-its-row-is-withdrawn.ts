/** The row of the stream is taken out of the table while somebody follows it: it is ended at the next look. Calibration: the same table again. */
import { endOf, operationsOf, refusedWith, scenario, signedInUser } from '../../harness/scenario/index.ts';

export default scenario<{ withdrawn: string }, Awaited<ReturnType<typeof signedInUser>>>({
  proves: ['C-07'],
  needs: ['clock', 'operations'],
  honest: { withdrawn: '/nothing' },
  deviation: { withdrawn: '/api/issues/stream' },
  given: signedInUser,
  act: async (world, { withdrawn }, user) => {
    const operations = operationsOf(world);
    await world.target.clock?.hold();
    const following = await user.follow('stream');
    const changed = await operations.replaceRoutes((await operations.routes()).filter(({ path }) => path !== withdrawn));
    if (changed.kind !== 'ok') return changed;
    await world.target.clock?.step({ seconds: 6 });
    return endOf(world, following);
  },
  expect: [refusedWith('ingress.lasting.row-withdrawn')],
});
