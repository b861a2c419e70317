/** It lives for sixty-one seconds: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-lives-too-long', { proves: ['I-09'], refusedWith: 'tracker.uct.lifetime-too-long' });
