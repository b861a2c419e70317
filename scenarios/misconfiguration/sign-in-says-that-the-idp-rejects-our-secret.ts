/** The new secret reached everybody but us. The drill of the same fault repairs it. */
import { clientSecretRotated } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(clientSecretRotated, {
  proves: ['C-03'],
  refusedWith: 'sso.code-exchange.client-rejected',
});
