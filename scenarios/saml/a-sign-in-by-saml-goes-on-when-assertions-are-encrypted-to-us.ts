/** What is encrypted to us we open, whether it was asked for or not. */
import { samlEncrypted } from '../../harness/faults/index.ts';
import { samlFaultIsRiddenOut } from '../../harness/scenario/index.ts';

export default samlFaultIsRiddenOut(samlEncrypted, { proves: ['C-03'] });
