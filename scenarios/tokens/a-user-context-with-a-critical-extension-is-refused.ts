/** It names a member that must be understood, and nobody does: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-a-critical-extension', { proves: ['I-09'], refusedWith: 'tracker.uct.header-critical' });
