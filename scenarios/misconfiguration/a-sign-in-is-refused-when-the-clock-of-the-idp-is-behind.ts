/** An ID token that lives for five minutes was over five minutes ago. */
import { clockBehind } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(clockBehind, {
  proves: ['C-03'],
  refusedWith: 'sso.id-token.expired',
});
