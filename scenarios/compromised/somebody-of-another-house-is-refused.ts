/** The identity provider may vouch for the people of its own house, and for nobody of a domain that was never verified. */
import { vouchesForAnotherHouse } from '../../harness/faults/index.ts';
import { faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(vouchesForAnotherHouse, {
  proves: ['C-04', 'M-11'],
  refusedWith: 'directory.sign-in.domain-not-verified',
});
