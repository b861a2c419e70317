/** It has two lengths. RFC 9112 §6.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-lengths', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
