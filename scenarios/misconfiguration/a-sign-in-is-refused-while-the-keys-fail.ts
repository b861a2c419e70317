/** The keys cannot be had while everything else answers. */
import { keysFail } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(keysFail, {
  proves: ['C-02', 'C-03'],
  refusedWith: 'sso.keys.unreachable',
});
