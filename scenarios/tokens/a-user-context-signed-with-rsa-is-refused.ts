/** An RSA key signed it, soundly: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('signed-with-rsa', { proves: ['I-09'], refusedWith: 'tracker.uct.algorithm-other' });
