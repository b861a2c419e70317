/** It names its host in capitals. RFC 3986 §3.2.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-its-host-in-capitals', {
  proves: ['I-03', 'S3'],
  refusedWith: 'edge.request.host-is-not-the-certificates',
});
