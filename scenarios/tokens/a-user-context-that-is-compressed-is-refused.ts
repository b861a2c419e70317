/** It says that its content is compressed: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-is-compressed', { proves: ['I-09'], refusedWith: 'tracker.uct.header-unlisted' });
