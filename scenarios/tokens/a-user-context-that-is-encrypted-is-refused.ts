/** It has the five parts of an encrypted token: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-is-encrypted', { proves: ['I-09'], refusedWith: 'tracker.uct.encrypted' });
