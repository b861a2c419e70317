/** It is a genuine ID token of the identity provider: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-is-an-id-token', { proves: ['I-09'], refusedWith: 'tracker.uct.type-other' });
