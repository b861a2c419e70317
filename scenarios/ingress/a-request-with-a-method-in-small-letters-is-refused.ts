/** Its method is written in small letters. RFC 9110 §9.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-method-in-small-letters', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
