/** A page for people is no description of an identity provider. */
import { samlMetadataIsAPage } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlMetadataIsAPage, { proves: ['A-12', 'C-03'], refusedWith: 'sso.idp.metadata-malformed' });
