/** No handle of a session stands in it: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('without-a-session', { proves: ['I-09'], refusedWith: 'tracker.uct.claim-missing' });
