/** It has no id of its own, by which its second use would show: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('without-an-id', { proves: ['I-09'], refusedWith: 'tracker.uct.claim-missing' });
