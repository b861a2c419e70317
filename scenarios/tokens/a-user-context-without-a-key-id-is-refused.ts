/** It does not say which key signed it: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('without-a-key-id', { proves: ['I-09'], refusedWith: 'tracker.uct.key-unknown' });
