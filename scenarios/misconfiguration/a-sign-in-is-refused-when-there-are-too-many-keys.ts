/** A set without bounds is not kept. */
import { keysTooMany } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(keysTooMany, {
  proves: ['C-03'],
  refusedWith: 'sso.keys.too-large',
});
