/** A header asks for another method than its first line. CWE-650. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-overrides-its-method', { proves: ['I-10'], refusedWith: 'edge.request.overriding-header' });
