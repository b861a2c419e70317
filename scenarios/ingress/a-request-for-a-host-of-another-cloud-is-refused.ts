/** It names a host of another cloud on a connection to this one. RFC 6066 §3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('for-a-host-of-another-cloud', {
  proves: ['I-03', 'S3'],
  refusedWith: 'edge.request.host-is-not-the-certificates',
});
