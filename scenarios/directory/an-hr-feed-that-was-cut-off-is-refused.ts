/** The file ends in the middle of its last line. Calibration: the whole file. */
import { feedCutOff } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedCutOff, { proves: ['N-06'], refusedWith: 'directory.hr-feed.line-broken' });
