/** Stopped by the guard, looked at by an org admin, and resumed: the next push is served. */
import { scimDeletesEverybody } from '../../harness/faults/index.ts';
import { arrives, orgAdmin, ranJob, type Staff, scenario, staffed } from '../../harness/scenario/index.ts';

export default scenario<object, Staff>({
  proves: ['N-07', 'N-19'],
  honest: {},
  fault: scimDeletesEverybody,
  given: staffed,
  act: async (world, _input, staff) => {
    await ranJob(world, staff, 'leavers');
    const ada = await orgAdmin(world);
    await ada.administer('connectors/resume', { name: 'hr-suite' });
    return ranJob(world, staff, 'newcomers');
  },
  expect: [arrives('admin')],
});
