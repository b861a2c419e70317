/** Its target has a fragment. RFC 3986 §3.5. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-fragment', { proves: ['I-10'], refusedWith: 'ingress.request.target-foreign-character' });
