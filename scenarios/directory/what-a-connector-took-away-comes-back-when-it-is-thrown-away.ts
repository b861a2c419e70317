/** Stopped while it deactivated everybody; an org admin throws the connector away, and whom it had deactivated by then is back. */
import { scimDeactivatesEverybody } from '../../harness/faults/index.ts';
import {
  arrives,
  counted,
  everybodyIsBack,
  orgAdmin,
  ranJob,
  type Staff,
  scenario,
  someWereGone,
  staffed,
} from '../../harness/scenario/index.ts';

export default scenario<object, Staff>({
  proves: ['N-07', 'N-19'],
  honest: {},
  fault: scimDeactivatesEverybody,
  given: staffed,
  act: async (world, _input, staff) => {
    const ada = await orgAdmin(world);
    await counted(world, ada);
    await ranJob(world, staff, 'absences');
    await counted(world, ada);
    await ada.administer('connectors/discard', { name: 'hr-suite' });
    await counted(world, ada);
    return ada.open('admin');
  },
  expect: [arrives('admin'), someWereGone, everybodyIsBack],
});
