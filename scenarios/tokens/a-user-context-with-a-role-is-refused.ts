/** It says that its person is an admin: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-a-role', { proves: ['I-09', 'S10'], refusedWith: 'tracker.uct.claim-unlisted' });
