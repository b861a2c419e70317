/** The secret is right, and sent where the identity provider no longer looks. */
import { clientAuthenticationChanged } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(clientAuthenticationChanged, {
  proves: ['C-03'],
  refusedWith: 'sso.code-exchange.client-rejected',
});
