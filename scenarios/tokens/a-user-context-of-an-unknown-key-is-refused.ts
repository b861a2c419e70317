/** It names a key that nobody published: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-an-unknown-key', { proves: ['I-09'], refusedWith: 'tracker.uct.key-unknown' });
