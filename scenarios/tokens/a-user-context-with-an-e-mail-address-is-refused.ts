/** An e-mail address stands in it, which no product may learn: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-an-e-mail-address', { proves: ['I-09', 'I-11'], refusedWith: 'tracker.uct.claim-unlisted' });
