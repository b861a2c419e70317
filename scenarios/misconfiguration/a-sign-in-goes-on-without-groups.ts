/** The cloud needs a subject and nothing else: groups are the business of the directory. */
import { groupsMissing } from '../../harness/faults/index.ts';
import { faultIsRiddenOut } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(groupsMissing, { proves: ['C-03'] });
