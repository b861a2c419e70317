/** A letter of its path is percent-encoded without need. RFC 3986 §6.2.2.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-encoded-letter', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
