/** What the realm publishes is still there, and nobody signs in. */
import { realmDisabled } from '../../harness/faults/index.ts';
import { faultStopsAtIdp } from '../../harness/scenario/index.ts';

export default faultStopsAtIdp(realmDisabled, { proves: ['C-03'], stopsWith: 'an error' });
