/** Its head is larger than any browser sends. RFC 6585 §5. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-head-that-is-too-large', { proves: ['I-03'], refusedWith: 'edge.request.head-too-large' });
