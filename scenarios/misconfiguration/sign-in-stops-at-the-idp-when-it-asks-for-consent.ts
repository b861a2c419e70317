/** Whether the person agrees is between them and their identity provider. */
import { consentForced } from '../../harness/faults/index.ts';
import { faultStopsAtIdp } from '../../harness/scenario/index.ts';

export default faultStopsAtIdp(consentForced, { proves: ['C-03'], stopsWith: 'a question' });
