/** It asks to read, and has a body. RFC 9110 §9.3.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-reads-and-has-a-body', { proves: ['I-03'], refusedWith: 'ingress.request.body-not-expected' });
