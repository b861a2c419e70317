/** It never ends: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('without-an-end', { proves: ['I-09'], refusedWith: 'tracker.uct.claim-missing' });
