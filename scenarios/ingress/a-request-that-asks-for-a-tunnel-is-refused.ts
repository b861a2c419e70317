/** It asks with CONNECT for a tunnel. RFC 9110 §9.3.6. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-asks-for-a-tunnel', { proves: ['I-03'], refusedWith: 'edge.request.tunnel-asked' });
