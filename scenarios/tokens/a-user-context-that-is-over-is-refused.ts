/** It ended when it was made: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-is-over', { proves: ['I-09'], refusedWith: 'tracker.uct.expired' });
