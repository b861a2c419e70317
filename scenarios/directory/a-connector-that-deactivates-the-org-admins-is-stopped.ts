/** The connector knows all org admins, and says that they are on leave. Calibration: it says that they are at work. */
import { scimDeactivatesOrgAdmins } from '../../harness/faults/index.ts';
import { connectorFaultIsRefused } from '../../harness/scenario/index.ts';

export default connectorFaultIsRefused(scimDeactivatesOrgAdmins, {
  proves: ['N-04', 'N-07', 'N-08'],
  refusedWith: 'directory.mass-change.last-admin-lost',
  job: 'org-admins',
});
