/** A proxy lost the rule for one address: nobody is sent on to an identity provider whose addresses nobody knows. */
import { discoveryMissing } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(discoveryMissing, {
  proves: ['A-12', 'C-03'],
  refusedWith: 'sso.idp.unavailable',
});
