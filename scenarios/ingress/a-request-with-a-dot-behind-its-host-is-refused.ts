/** It names its host with the dot of the root. RFC 1034 §3.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-dot-behind-its-host', {
  proves: ['I-03', 'S3'],
  refusedWith: 'edge.request.host-is-not-the-certificates',
});
