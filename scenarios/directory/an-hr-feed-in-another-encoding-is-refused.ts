/** A name in Latin-1, which is no UTF-8. Calibration: the same people in UTF-8. */
import { feedMisEncoded } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedMisEncoded, { proves: ['N-06'], refusedWith: 'directory.hr-feed.not-utf8' });
