/** It is good, and was used a moment ago: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-was-used-before', { proves: ['I-09'], refusedWith: 'tracker.uct.replayed' });
