/** The third part is empty: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('without-its-signature', { proves: ['I-09'], refusedWith: 'tracker.uct.signature-wrong' });
