/** It is authenticated with a secret, which is our public key: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('signed-with-the-public-key-as-a-secret', {
  proves: ['I-09'],
  refusedWith: 'tracker.uct.algorithm-other',
});
