/** The cloud needs a subject and nothing else: an ID token without an e-mail address is a good one. */
import { emailMissing } from '../../harness/faults/index.ts';
import { faultIsRiddenOut } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(emailMissing, { proves: ['C-03'] });
