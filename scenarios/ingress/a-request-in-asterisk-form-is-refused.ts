/** Its target is an asterisk. RFC 9112 §3.2.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('in-asterisk-form', { proves: ['I-10'], refusedWith: 'ingress.request.target-not-origin-form' });
