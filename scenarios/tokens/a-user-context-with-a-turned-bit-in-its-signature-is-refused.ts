/** One bit of the signature is turned: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('with-a-turned-bit-in-its-signature', { proves: ['I-09'], refusedWith: 'tracker.uct.signature-wrong' });
