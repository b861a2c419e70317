/** The issuer is compared character by character: a document of somebody else is not followed. */
import { discoveryNamesAnotherIssuer } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(discoveryNamesAnotherIssuer, {
  proves: ['A-12', 'C-03'],
  refusedWith: 'sso.idp.issuer-other',
});
