/** After the stop even a harmless push is refused. Calibration: the same push by a connector that was not stopped. */
import { pushedAll, refusedWith, type Staff, scenario, scimUser, staffed } from '../../harness/scenario/index.ts';

export default scenario<{ before: 'nothing' | 'removed everybody' }, Staff>({
  proves: ['N-07'],
  honest: { before: 'nothing' },
  deviation: { before: 'removed everybody' },
  given: staffed,
  act: async (_world, { before }, { connector, ids }) => {
    if (before === 'removed everybody') await pushedAll(ids, (id) => connector.send({ method: 'DELETE', path: `/Users/${id}` }));
    return (await connector.send({ method: 'POST', path: '/Users', body: scimUser('newcomer') })).outcome;
  },
  expect: [refusedWith('directory.scim.connector-stopped')],
});
