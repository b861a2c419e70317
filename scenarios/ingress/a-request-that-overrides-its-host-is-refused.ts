/** A header names another host than the one it is for. CWE-441. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-overrides-its-host', { proves: ['I-10'], refusedWith: 'edge.request.overriding-header' });
