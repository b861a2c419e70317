/** Its path ends by leaving a folder again. CVE-2019-9901. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-dots-at-its-end', { proves: ['I-10'], refusedWith: 'ingress.request.target-dot-segment' });
