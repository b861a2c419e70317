/** A connector whose gateway fails pushes on and on. The gateway speaks in the cloud's place, so that the cloud hears nothing of it: what is tried is that people sign in without their connector. Calibration: one push through the same gateway. */
import { scimAnswered500 } from '../../harness/faults/index.ts';
import { loopIsRiddenOut } from '../../harness/scenario/index.ts';

export default loopIsRiddenOut(scimAnswered500, { proves: ['N-07'] });
