/** The identity provider does not know us any more: it says so itself, and nobody comes back. */
import { clientDeleted } from '../../harness/faults/index.ts';
import { faultStopsAtIdp } from '../../harness/scenario/index.ts';

export default faultStopsAtIdp(clientDeleted, { proves: ['C-03'], stopsWith: 'an error' });
