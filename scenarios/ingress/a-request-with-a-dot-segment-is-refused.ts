/** Its path has a segment of one dot. RFC 3986 §3.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-dot-segment', { proves: ['I-10'], refusedWith: 'ingress.request.target-dot-segment' });
