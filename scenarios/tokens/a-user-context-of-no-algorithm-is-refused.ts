/** It says that nobody signed it, and nobody did: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-no-algorithm', { proves: ['I-09'], refusedWith: 'tracker.uct.algorithm-other' });
