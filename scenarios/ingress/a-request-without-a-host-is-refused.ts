/** It names no host. RFC 9112 §3.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('without-a-host', { proves: ['I-03', 'S3'], refusedWith: 'edge.request.host-missing' });
