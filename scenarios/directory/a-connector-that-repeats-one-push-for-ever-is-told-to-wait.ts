/** A connector never hears that its push was done, and repeats it: it is done once, fifty refusals are enough, one mail says so, and an hour later it is served again. Calibration: it hears what came of it. */
import { scimAnswersLost } from '../../harness/faults/index.ts';
import { loopIsRefused } from '../../harness/scenario/index.ts';

export default loopIsRefused(scimAnswersLost, { proves: ['N-07', 'N-01'] });
