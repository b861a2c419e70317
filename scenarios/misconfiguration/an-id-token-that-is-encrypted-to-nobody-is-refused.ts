/** Nobody here has the key, and nobody asks for it. */
import { idTokensEncrypted } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(idTokensEncrypted, {
  proves: ['C-03'],
  refusedWith: 'sso.id-token.encrypted',
});
