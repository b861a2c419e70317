/** It names two hosts. RFC 9110 §7.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-hosts', { proves: ['I-03', 'S3'], refusedWith: 'edge.request.host-repeated' });
