/** Another name than the one that was set is another identity provider. */
import { samlMetadataOfAnotherEntity } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlMetadataOfAnotherEntity, { proves: ['A-12', 'C-03'], refusedWith: 'sso.idp.issuer-other' });
