/** The identity provider sends nobody back to an address that it does not know. */
import { redirectUriRemoved } from '../../harness/faults/index.ts';
import { faultStopsAtIdp } from '../../harness/scenario/index.ts';

export default faultStopsAtIdp(redirectUriRemoved, { proves: ['C-03'], stopsWith: 'an error' });
