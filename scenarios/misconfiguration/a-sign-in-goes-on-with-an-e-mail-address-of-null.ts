/** The cloud needs a subject and nothing else: an e-mail address of null is none. */
import { emailNull } from '../../harness/faults/index.ts';
import { faultIsRiddenOut } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(emailNull, { proves: ['C-03'] });
