/** Nobody is sent to a host that the domain allowlist does not have, whatever metadata say (S18). */
import { samlMetadataPointsElsewhere } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlMetadataPointsElsewhere, {
  proves: ['A-12', 'B-09', 'C-03'],
  refusedWith: 'sso.idp.endpoint-not-allowed',
});
