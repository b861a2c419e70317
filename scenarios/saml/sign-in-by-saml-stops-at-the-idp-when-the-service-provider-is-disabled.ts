/** The identity provider lets nobody in for us: it says so itself, and nobody comes back. */
import { samlDisabled } from '../../harness/faults/index.ts';
import { samlFaultStopsAtIdp } from '../../harness/scenario/index.ts';

export default samlFaultStopsAtIdp(samlDisabled, { proves: ['C-03'] });
