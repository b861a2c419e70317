/** What a person may do is in the directory and in no attribute. */
import { samlAttributeRenamed } from '../../harness/faults/index.ts';
import { samlFaultIsRiddenOut } from '../../harness/scenario/index.ts';

export default samlFaultIsRiddenOut(samlAttributeRenamed, { proves: ['C-03'] });
