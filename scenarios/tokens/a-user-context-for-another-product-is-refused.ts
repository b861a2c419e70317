/** It is made out to AdminHub: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('for-another-product', { proves: ['I-09'], refusedWith: 'tracker.uct.audience-other' });
