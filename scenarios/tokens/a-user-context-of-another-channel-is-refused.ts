/** It says that its person came by break-glass: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-another-channel', { proves: ['I-09'], refusedWith: 'tracker.uct.channel-other' });
