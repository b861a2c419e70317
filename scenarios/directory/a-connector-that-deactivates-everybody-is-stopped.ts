/** SCIM PATCH active=false for one person after the other. Calibration: two of eight. */
import { pushedAll, refusedWith, type Staff, scenario, scimPatch, staffed } from '../../harness/scenario/index.ts';

export default scenario<{ leaving: number }, Staff>({
  proves: ['N-07', 'N-04'],
  honest: { leaving: 2 },
  deviation: { leaving: 8 },
  given: staffed,
  act: (_world, { leaving }, { connector, ids }) =>
    pushedAll(ids.slice(0, leaving), (id) =>
      connector.send({ method: 'PATCH', path: `/Users/${id}`, body: scimPatch({ op: 'replace', path: 'active', value: false }) }),
    ),
  expect: [refusedWith('directory.mass-change.too-many-suspended')],
});
