/** It is about somebody of another cloud: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-another-cloud', { proves: ['I-09', 'I-01'], refusedWith: 'tracker.uct.cloud-other' });
