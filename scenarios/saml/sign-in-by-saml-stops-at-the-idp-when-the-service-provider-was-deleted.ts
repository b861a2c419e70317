/** The identity provider does not know us any more, and says so itself. */
import { samlRemoved } from '../../harness/faults/index.ts';
import { samlFaultStopsAtIdp } from '../../harness/scenario/index.ts';

export default samlFaultStopsAtIdp(samlRemoved, { proves: ['C-03'] });
