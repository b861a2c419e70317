/** It expects something that nobody knows. RFC 9110 §10.1.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-expects-what-nobody-knows', { proves: ['I-03'], refusedWith: 'edge.request.expectation-unknown' });
