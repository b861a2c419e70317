/** It names the reference under which it will be recorded. G-04. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-claims-a-reference', { proves: ['I-04'], refusedWith: 'edge.request.internal-header' });
