/** SCIM DELETE for one person after the other. Calibration: two of eight leave, as on any day. */
import { pushedAll, refusedWith, type Staff, scenario, staffed } from '../../harness/scenario/index.ts';

export default scenario<{ leaving: number }, Staff>({
  proves: ['N-07', 'N-08'],
  honest: { leaving: 2 },
  deviation: { leaving: 8 },
  given: staffed,
  act: (_world, { leaving }, { connector, ids }) =>
    pushedAll(ids.slice(0, leaving), (id) => connector.send({ method: 'DELETE', path: `/Users/${id}` })),
  expect: [refusedWith('directory.mass-change.too-many-suspended')],
});
