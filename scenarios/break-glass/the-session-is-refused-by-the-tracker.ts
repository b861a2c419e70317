/** The same living session, carried to a product's host by hand, opens nothing. Calibration: on AdminHub it does. */
import { refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ where: 'admin' | 'tracker' }>({
  proves: ['A-09', 'B-05', 'B-06'],
  honest: { where: 'admin' },
  deviation: { where: 'tracker' },
  act: async ({ actors }, { where }) => {
    const holder = actors.breakGlass();
    await holder.signIn();
    return holder.carrySessionTo(where);
  },
  expect: [refusedWith('break-glass.session.outside-admin-hub')],
});
