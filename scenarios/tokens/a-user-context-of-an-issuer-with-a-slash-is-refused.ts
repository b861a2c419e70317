/** Its issuer ends in a slash that ours does not have: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-an-issuer-with-a-slash', { proves: ['I-09'], refusedWith: 'tracker.uct.issuer-unknown' });
