/** A connector writes by what it read before it wrote last (RFC 7644 §3.14). Calibration: by what is there now. */
import { scimOldStateReplayed } from '../../harness/faults/index.ts';
import { connectorFaultIsRefused } from '../../harness/scenario/index.ts';

export default connectorFaultIsRefused(scimOldStateReplayed, {
  proves: ['N-07'],
  refusedWith: 'directory.scim.version-outdated',
  job: 'titles',
});
