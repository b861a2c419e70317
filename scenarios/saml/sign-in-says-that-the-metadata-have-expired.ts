/** Metadata that nobody makes anew are not believed. */
import { samlMetadataExpired } from '../../harness/faults/index.ts';
import { samlFaultIsRefused } from '../../harness/scenario/index.ts';

export default samlFaultIsRefused(samlMetadataExpired, { proves: ['A-12', 'C-03'], refusedWith: 'sso.idp.metadata-expired' });
