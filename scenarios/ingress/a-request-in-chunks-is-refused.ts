/** Its body comes in chunks, and nobody knows how long it is. RFC 9112 §6.3 (7). */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('in-chunks', { proves: ['I-03'], refusedWith: 'ingress.request.body-length-undeclared' });
