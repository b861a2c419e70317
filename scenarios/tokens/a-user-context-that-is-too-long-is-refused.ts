/** Its session handle is three thousand characters long: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('that-is-too-long', { proves: ['I-09'], refusedWith: 'tracker.uct.too-large' });
