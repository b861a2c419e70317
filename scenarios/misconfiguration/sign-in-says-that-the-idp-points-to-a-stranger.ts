/** The client secret goes to no host that the domain allowlist does not have, whatever a document says (S18). */
import { discoveryPointsElsewhere } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(discoveryPointsElsewhere, {
  proves: ['A-12', 'B-09', 'C-03'],
  refusedWith: 'sso.idp.endpoint-not-allowed',
});
