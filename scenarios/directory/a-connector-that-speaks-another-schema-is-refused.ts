/** A new person in the schema of SCIM 1.1. Calibration: in the one that was agreed. */
import { scimWrongSchema } from '../../harness/faults/index.ts';
import { connectorFaultIsRefused } from '../../harness/scenario/index.ts';

export default connectorFaultIsRefused(scimWrongSchema, { proves: ['N-07'], refusedWith: 'directory.scim.malformed', job: 'newcomers' });
