/** An address goes from one person to the next: who is named by it may be somebody else. */
import { samlNamesByAddress } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlNamesByAddress, { proves: ['C-03', 'I-07'], refusedWith: 'sso.saml-response.name-id-format-other' });
