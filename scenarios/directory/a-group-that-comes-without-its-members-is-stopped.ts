/** SCIM PUT of a group whose members were left out. Calibration: the same group without one of them. */
import { idIn, refusedWith, type Staff, scenario, scimGroup, staffed } from '../../harness/scenario/index.ts';

export default scenario<{ members: 'all but one' | 'none' }, Staff & { readonly group: string }>({
  proves: ['N-07', 'N-03'],
  honest: { members: 'all but one' },
  deviation: { members: 'none' },
  given: async (world) => {
    const staff = await staffed(world);
    const group = idIn(await staff.connector.send({ method: 'POST', path: '/Groups', body: scimGroup('Foundry', staff.ids) }));
    return { ...staff, group };
  },
  act: async (_world, { members }, { connector, ids, group }) => {
    const body = scimGroup('Foundry', members === 'none' ? [] : ids.slice(1));
    return (await connector.send({ method: 'PUT', path: `/Groups/${group}`, body })).outcome;
  },
  expect: [refusedWith('directory.mass-change.group-emptied')],
});
