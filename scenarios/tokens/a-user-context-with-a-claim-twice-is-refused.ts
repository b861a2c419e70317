/** Two subjects stand in it, one after the other: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-a-claim-twice', { proves: ['I-09'], refusedWith: 'tracker.uct.malformed' });
