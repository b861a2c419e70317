/** After the stop even a harmless push is refused. Calibration: the same push by a connector that was not stopped. */
import { scimDeletesEverybody } from '../../harness/faults/index.ts';
import { ranJob, refusedWith, type Staff, scenario, staffed } from '../../harness/scenario/index.ts';

export default scenario<object, Staff>({
  proves: ['N-07'],
  honest: {},
  fault: scimDeletesEverybody,
  given: staffed,
  act: async (world, _input, staff) => {
    await ranJob(world, staff, 'leavers');
    return ranJob(world, staff, 'newcomers');
  },
  expect: [refusedWith('directory.scim.connector-stopped')],
});
