/** All that is read stands in the assertion, and that is signed. */
import { samlResponseUnsigned } from '../../harness/faults/index.ts';
import { samlFaultIsRiddenOut } from '../../harness/scenario/index.ts';

export default samlFaultIsRiddenOut(samlResponseUnsigned, { proves: ['C-03'] });
