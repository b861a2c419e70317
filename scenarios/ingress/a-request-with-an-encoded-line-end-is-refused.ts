/** Its path holds an encoded line end. CWE-93. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-encoded-line-end', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
