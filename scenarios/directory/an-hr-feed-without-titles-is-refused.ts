/** One column is empty for everybody, as after it was renamed at its source. Calibration: everybody has a title. */
import { feedTitlesMissing } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedTitlesMissing, { proves: ['N-05', 'N-06'], refusedWith: 'directory.hr-feed.line-broken' });
