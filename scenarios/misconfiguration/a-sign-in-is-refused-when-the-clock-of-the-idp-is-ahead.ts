/** An ID token from ten minutes ahead is none of now. */
import { clockAhead } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(clockAhead, {
  proves: ['C-03'],
  refusedWith: 'sso.id-token.issued-in-future',
});
