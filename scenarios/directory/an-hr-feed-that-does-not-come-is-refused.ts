/** The personnel system answers 503: what did not come is no feed of nobody. Calibration: it answers. */
import { feedUnavailable } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedUnavailable, { proves: ['N-06'], refusedWith: 'directory.hr-feed.not-received' });
