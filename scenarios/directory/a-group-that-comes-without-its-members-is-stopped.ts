/** SCIM PUT of a group whose members were left out. Calibration: the same group without one of them. */
import { scimGroupWithoutMembers } from '../../harness/faults/index.ts';
import { connectorFaultIsRefused } from '../../harness/scenario/index.ts';

export default connectorFaultIsRefused(scimGroupWithoutMembers, {
  proves: ['N-07', 'N-03'],
  refusedWith: 'directory.mass-change.group-emptied',
  job: 'team',
});
