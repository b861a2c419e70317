/** Stopped by the guard: a harmless push is refused. Looked at by an org admin, and resumed: the next one is served. */
import { scimDeletesEverybody } from '../../harness/faults/index.ts';
import { arrives, orgAdmin, ranJob, refusedWith, type Staff, scenario, scimUser, staffed, theFirst } from '../../harness/scenario/index.ts';

export default scenario<object, Staff>({
  proves: ['N-07', 'N-19'],
  honest: {},
  fault: scimDeletesEverybody,
  given: staffed,
  act: async (world, _input, staff) => {
    await ranJob(world, staff, 'leavers');
    await staff.connector.send({ method: 'POST', path: '/Users', body: scimUser('somebody-between') });
    const ada = await orgAdmin(world);
    await ada.administer('connectors/resume', { name: 'hr-suite' });
    return ranJob(world, staff, 'newcomers');
  },
  expect: [arrives('admin'), theFirst('push POST Users', 'a push before that', refusedWith('directory.scim.connector-stopped'))],
});
