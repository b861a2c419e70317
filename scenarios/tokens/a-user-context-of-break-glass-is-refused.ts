/** Break-glass made it, with its own key, for a product that is not AdminHub: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-break-glass', { proves: ['I-09', 'S12', 'B-05'], refusedWith: 'tracker.uct.issuer-unknown' });
