/** Everybody is marked as terminated, as by a wrong default. Calibration: everybody is active. */
import { feedAllTerminated } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedAllTerminated, { proves: ['N-06', 'N-04'], refusedWith: 'directory.mass-change.too-many-suspended' });
