/** Its path begins with two slashes, and is a host for some. CVE-2026-26205. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-begins-with-two-slashes', { proves: ['I-10'], refusedWith: 'ingress.request.target-empty-segment' });
