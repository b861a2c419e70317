/** The header, and no line behind it. Calibration: everybody. */
import { feedEmpty } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedEmpty, { proves: ['N-06'], refusedWith: 'directory.hr-feed.empty' });
