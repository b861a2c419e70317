/** A stronger algorithm needs no word to us. */
import { samlSignedWithSha512 } from '../../harness/faults/index.ts';
import { samlFaultIsRiddenOut } from '../../harness/scenario/index.ts';

export default samlFaultIsRiddenOut(samlSignedWithSha512, { proves: ['C-03'] });
