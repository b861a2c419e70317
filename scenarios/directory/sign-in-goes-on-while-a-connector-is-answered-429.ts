/** A connector that is told by its gateway to ask less often pushes on and on: nothing of it reaches the cloud. Calibration: one push through the same gateway. */
import { scimAnswered429 } from '../../harness/faults/index.ts';
import { loopIsRiddenOut } from '../../harness/scenario/index.ts';

export default loopIsRiddenOut(scimAnswered429, { proves: ['N-07'] });
