/** Another key signed it, and it names ours: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('signed-by-a-stranger', { proves: ['I-09'], refusedWith: 'tracker.uct.signature-wrong' });
