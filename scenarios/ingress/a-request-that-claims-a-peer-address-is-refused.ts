/** It says from which address it comes, in the header by which the edge says it. I-03. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-claims-a-peer-address', { proves: ['I-04'], refusedWith: 'edge.request.internal-header' });
