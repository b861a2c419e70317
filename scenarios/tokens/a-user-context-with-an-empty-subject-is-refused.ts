/** Its subject is empty: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-an-empty-subject', { proves: ['I-09'], refusedWith: 'tracker.uct.claim-malformed' });
