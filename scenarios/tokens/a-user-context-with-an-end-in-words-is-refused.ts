/** Its end is a text: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-an-end-in-words', { proves: ['I-09'], refusedWith: 'tracker.uct.claim-malformed' });
