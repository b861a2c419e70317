/** Its path has a slash at its end. RFC 3986 §6.2.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-slash-at-its-end', { proves: ['I-10'], refusedWith: 'ingress.request.target-empty-segment' });
