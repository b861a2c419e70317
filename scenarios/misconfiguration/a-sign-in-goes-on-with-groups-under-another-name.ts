/** The cloud needs a subject and nothing else: groups are the business of the directory. */
import { groupsRenamed } from '../../harness/faults/index.ts';
import { faultIsRiddenOut } from '../../harness/scenario/index.ts';

export default faultIsRiddenOut(groupsRenamed, { proves: ['C-03'] });
