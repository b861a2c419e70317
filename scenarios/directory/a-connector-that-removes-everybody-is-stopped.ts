/** SCIM DELETE for one person after the other. Calibration: two of eight leave, as on any day. */
import { scimDeletesEverybody } from '../../harness/faults/index.ts';
import { connectorFaultIsRefused } from '../../harness/scenario/index.ts';

export default connectorFaultIsRefused(scimDeletesEverybody, {
  proves: ['N-07', 'N-08'],
  refusedWith: 'directory.mass-change.too-many-suspended',
  job: 'leavers',
});
