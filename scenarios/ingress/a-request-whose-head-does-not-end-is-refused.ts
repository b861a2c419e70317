/** Its head does not come to an end. RFC 9110 §15.5.9. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('whose-head-does-not-end', { proves: ['I-03'], refusedWith: 'edge.request.head-too-slow' });
