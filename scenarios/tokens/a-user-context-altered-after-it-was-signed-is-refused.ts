/** Its subject was changed after it was signed: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('altered-after-it-was-signed', { proves: ['I-09'], refusedWith: 'tracker.uct.signature-wrong' });
