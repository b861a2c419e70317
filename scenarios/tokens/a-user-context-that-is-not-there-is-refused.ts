/** There is none: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-is-not-there', { proves: ['I-09'], refusedWith: 'tracker.uct.missing' });
