/** A renaming that is half done looks like a mix-up of two identity providers, and is treated as one. */
import { issuerChanged } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(issuerChanged, {
  proves: ['C-03'],
  refusedWith: 'sso.callback.issuer-other',
});
