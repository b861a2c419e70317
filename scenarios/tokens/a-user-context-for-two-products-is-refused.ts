/** It is made out to the tracker and to AdminHub: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('for-two-products', { proves: ['I-09'], refusedWith: 'tracker.uct.audience-many' });
