/** The identity provider sends nobody to an address that it does not know. */
import { samlWrongAddress } from '../../harness/faults/index.ts';
import { samlFaultStopsAtIdp } from '../../harness/scenario/index.ts';

export default samlFaultStopsAtIdp(samlWrongAddress, { proves: ['C-03'] });
