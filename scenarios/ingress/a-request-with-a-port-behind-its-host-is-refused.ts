/** It names the port behind its host. RFC 3986 §3.2.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-port-behind-its-host', {
  proves: ['I-03', 'S3'],
  refusedWith: 'edge.request.host-is-not-the-certificates',
});
