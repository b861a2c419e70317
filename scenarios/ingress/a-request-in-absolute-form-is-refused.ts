/** Its target is a whole URL, as for a proxy. RFC 9112 §3.2.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('in-absolute-form', { proves: ['I-10'], refusedWith: 'ingress.request.target-not-origin-form' });
