/** Nobody is known by their address, and nothing of ours depends on it. */
import { samlAttributeMissing } from '../../harness/faults/index.ts';
import { samlFaultIsRiddenOut } from '../../harness/scenario/index.ts';

export default samlFaultIsRiddenOut(samlAttributeMissing, { proves: ['C-03'] });
