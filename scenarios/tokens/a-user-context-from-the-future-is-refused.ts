/** It was made in half a minute from now: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('from-the-future', { proves: ['I-09'], refusedWith: 'tracker.uct.issued-in-future' });
