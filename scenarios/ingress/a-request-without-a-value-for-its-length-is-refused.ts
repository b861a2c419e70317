/** Its length has no value. RFC 9110 §6.4.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('without-a-value-for-its-length', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
