/** It names a header of ours as a matter of this connection, so that it is taken off. CVE-2025-48865. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-takes-our-own-header-off', {
  proves: ['I-04'],
  refusedWith: 'edge.request.connection-option-unknown',
});
