/** It announces headers behind its body. RFC 9110 §6.6.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-announces-a-trailer', { proves: ['I-03'], refusedWith: 'edge.request.trailer-announced' });
