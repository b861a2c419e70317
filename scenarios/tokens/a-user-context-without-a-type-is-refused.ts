/** It does not say what it is: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('without-a-type', { proves: ['I-09'], refusedWith: 'tracker.uct.type-other' });
