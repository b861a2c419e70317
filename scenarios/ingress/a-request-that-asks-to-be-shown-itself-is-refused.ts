/** It asks with TRACE, whose answer would show its cookies to a script. RFC 9110 §9.3.8. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-asks-to-be-shown-itself', { proves: ['I-03'], refusedWith: 'edge.request.method-not-served' });
