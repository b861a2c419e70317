/** The header is right, and what stands below it is not: department and title of everybody are swapped. Calibration: the same people. */
import { feedColumnsSwapped } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedColumnsSwapped, {
  proves: ['N-06', 'N-05'],
  refusedWith: 'directory.mass-change.too-many-changed',
});
