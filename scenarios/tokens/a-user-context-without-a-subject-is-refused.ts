/** It says nothing about whom it is: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('without-a-subject', { proves: ['I-09'], refusedWith: 'tracker.uct.claim-missing' });
