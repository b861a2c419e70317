/** Who could repair anything is let in no more by the identity provider, which looks healthy. Calibration: the same org admin before. */
import { orgAdminsSuspended } from '../../harness/faults/index.ts';
import { faultStopsAtIdp } from '../../harness/scenario/index.ts';

export default faultStopsAtIdp(orgAdminsSuspended, { proves: ['N-04', 'N-08'], stopsWith: 'a question', as: 'ada' });
