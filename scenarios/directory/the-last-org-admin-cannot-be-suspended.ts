/** Not even by themselves. Calibration: somebody else is suspended by the same form. */
import type { Staff } from '../../harness/scenario/index.ts';
import { orgAdmin, refusedWith, scenario, staffed } from '../../harness/scenario/index.ts';

export default scenario<{ who: 'somebody' | 'the last org admin' }, Staff>({
  proves: ['N-01', 'N-04', 'A-03'],
  honest: { who: 'somebody' },
  deviation: { who: 'the last org admin' },
  given: staffed,
  act: async (world, { who }, { ids: [somebody = ''] }) => {
    const ada = await orgAdmin(world);
    const { orgAdmins } = (await ada.readHub('/people')).body as { readonly orgAdmins: readonly string[] };
    const subject = who === 'somebody' ? somebody : (orgAdmins[0] ?? '');
    return (await ada.administer('people/suspend', { subject })).outcome;
  },
  expect: [refusedWith('directory.mass-change.last-admin-lost')],
});
