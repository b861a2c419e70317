/** The client lost a scope that we ask for: the identity provider sends everybody back with an error instead of a code. */
import { scopeRemoved } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(scopeRemoved, {
  proves: ['C-03'],
  refusedWith: 'sso.callback.refused-by-idp',
});
