/** A connector whose gateway fails pushes on and on: nothing of it reaches the cloud. Calibration: one push through the same gateway. */
import { scimAnswered500 } from '../../harness/faults/index.ts';
import { loopIsRiddenOut } from '../../harness/scenario/index.ts';

export default loopIsRiddenOut(scimAnswered500, { proves: ['N-07'] });
