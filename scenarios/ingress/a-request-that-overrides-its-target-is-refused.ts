/** A header asks for another target than its first line. CVE-2026-40575. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-overrides-its-target', { proves: ['I-10'], refusedWith: 'edge.request.overriding-header' });
