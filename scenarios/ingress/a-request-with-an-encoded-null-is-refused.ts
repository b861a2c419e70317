/** Its path ends, for some, at an encoded zero byte. CWE-158. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-encoded-null', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
