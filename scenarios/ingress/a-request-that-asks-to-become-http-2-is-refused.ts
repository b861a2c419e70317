/** It asks to go on as HTTP/2, past everybody who judges requests. RFC 9113 §3.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-asks-to-become-http-2', { proves: ['I-03'], refusedWith: 'edge.request.upgrade-not-served' });
