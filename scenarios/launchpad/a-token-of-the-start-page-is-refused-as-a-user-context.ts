/** A token of the start page is brought along as if the ingress had asked for it. */
import { startPageTokenScenario } from '../../harness/scenario/index.ts';

export default startPageTokenScenario({ proves: ['I-09', 'I-04'], carriedAs: 'user context', refusedWith: 'edge.request.internal-header' });
