/** A new person with the user name of somebody else. Calibration: with one that is free. */
import { scimUserNameRepeated } from '../../harness/faults/index.ts';
import { connectorFaultIsRefused } from '../../harness/scenario/index.ts';

export default connectorFaultIsRefused(scimUserNameRepeated, {
  proves: ['N-07'],
  refusedWith: 'directory.scim.name-taken',
  job: 'newcomers',
});
