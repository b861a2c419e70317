/** SCIM PATCH active=false for one person after the other. Calibration: two of eight. */
import { scimDeactivatesEverybody } from '../../harness/faults/index.ts';
import { connectorFaultIsRefused } from '../../harness/scenario/index.ts';

export default connectorFaultIsRefused(scimDeactivatesEverybody, {
  proves: ['N-07', 'N-04'],
  refusedWith: 'directory.mass-change.too-many-suspended',
  job: 'absences',
});
