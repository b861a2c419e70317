/** A slash of its path is written in three bytes too many. RFC 3629 §3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-overlong-encoding', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
