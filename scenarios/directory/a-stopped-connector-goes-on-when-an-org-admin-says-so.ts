/** Stopped by the guard, looked at by an org admin, and resumed: the next push is served. */
import { arrives, orgAdmin, pushedAll, scenario, scimUser, staffed } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['N-07', 'N-19'],
  honest: {},
  given: staffed,
  act: async (world, _input, { connector, ids }) => {
    await pushedAll(ids, (id) => connector.send({ method: 'DELETE', path: `/Users/${id}` }));
    const ada = await orgAdmin(world);
    await ada.administer('connectors', { do: 'resume', name: 'hr-suite' });
    return (await connector.send({ method: 'POST', path: '/Users', body: scimUser('newcomer') })).outcome;
  },
  expect: [arrives('admin')],
});
