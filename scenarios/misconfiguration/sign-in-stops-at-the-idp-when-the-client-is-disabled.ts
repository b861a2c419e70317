/** The identity provider lets nobody in for us: it says so itself, and nobody comes back. */
import { clientDisabled } from '../../harness/faults/index.ts';
import { faultStopsAtIdp } from '../../harness/scenario/index.ts';

export default faultStopsAtIdp(clientDisabled, { proves: ['C-03'], stopsWith: 'an error' });
