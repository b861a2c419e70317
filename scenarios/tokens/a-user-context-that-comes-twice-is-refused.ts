/** Its header stands in the request twice, each time with a good one: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-comes-twice', { proves: ['I-09'], refusedWith: 'tracker.uct.repeated' });
