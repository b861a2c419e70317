/** The columns stand in another order, as after an update of the personnel system. Calibration: in the order that was agreed. */
import { feedColumnsMoved } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedColumnsMoved, { proves: ['N-05', 'N-06'], refusedWith: 'directory.hr-feed.header-other' });
