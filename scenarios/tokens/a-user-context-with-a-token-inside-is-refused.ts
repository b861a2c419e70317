/** What is signed in it is another signed token: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-a-token-inside', { proves: ['I-09'], refusedWith: 'tracker.uct.malformed' });
