/** It says that it is a token of any kind: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-another-type', { proves: ['I-09'], refusedWith: 'tracker.uct.type-other' });
