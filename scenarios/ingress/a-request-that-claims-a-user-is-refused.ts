/** It brings a user context token along. I-04. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-claims-a-user', { proves: ['I-04'], refusedWith: 'edge.request.internal-header' });
