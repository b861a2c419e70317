/** The personnel system hands out half of its people, as after a broken export. Calibration: all of them. */
import { feedHalved } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedHalved, { proves: ['N-06', 'N-08'], refusedWith: 'directory.mass-change.too-many-suspended' });
