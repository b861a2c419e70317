/** A key stands in its header: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-brings-its-own-key', { proves: ['I-09'], refusedWith: 'tracker.uct.key-in-header' });
