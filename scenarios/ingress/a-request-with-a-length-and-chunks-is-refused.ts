/** It has a length and comes in chunks. RFC 9112 §6.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-length-and-chunks', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
