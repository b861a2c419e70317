/** A slash of its path is percent-encoded. CVE-2021-29492. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-encoded-slash', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
