/** An encoded backslash stands for a slash. CVE-2021-31920. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-encoded-backslash', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
