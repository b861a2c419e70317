/** Its path has two slashes in a row. CVE-2026-2880. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-slashes-in-a-row', { proves: ['I-10'], refusedWith: 'ingress.request.target-empty-segment' });
