/** The person is told in bounded time, and waits for no keys that do not come. */
import { keysSlow } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(keysSlow, {
  proves: ['A-12', 'C-02', 'C-03'],
  refusedWith: 'sso.keys.unreachable',
});
