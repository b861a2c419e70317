/** The cloud needs a subject and nothing else: an e-mail address that is no text is none. */
import { emailOfAnotherType } from '../../harness/faults/index.ts';
import { faultIsRiddenOut } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(emailOfAnotherType, { proves: ['C-03'] });
