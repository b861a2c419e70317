/** Nobody is sent to an identity provider that does not say who it is. */
import { samlMetadataMissing } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlMetadataMissing, { proves: ['A-12', 'C-03'], refusedWith: 'sso.idp.unavailable' });
