/** It names another host of the cloud than its connection does. RFC 9110 §7.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('for-another-host-of-the-cloud', {
  proves: ['I-03', 'S3'],
  refusedWith: 'edge.request.host-is-not-the-certificates',
});
