/** Somebody's address becomes that of a custody box. Calibration: everybody has an address of the verified domain. */
import { feedGivesRecoveryAddress } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedGivesRecoveryAddress, {
  proves: ['N-05', 'M-11'],
  refusedWith: 'directory.hr-feed.email-domain-not-verified',
});
