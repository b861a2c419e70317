/** Without a key nobody can tell who signed. */
import { keysEmpty } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(keysEmpty, {
  proves: ['C-03'],
  refusedWith: 'sso.keys.empty',
});
