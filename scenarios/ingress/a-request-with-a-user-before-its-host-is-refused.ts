/** It puts the name of a user before its host. RFC 9110 §4.2.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-user-before-its-host', {
  proves: ['I-03', 'S3'],
  refusedWith: 'edge.request.host-is-not-the-certificates',
});
