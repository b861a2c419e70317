/** Two factors are demanded, and nobody says that there were two. */
import { acrMissing } from '../../harness/faults/index.ts';
import { demandsTwoFactors, faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(acrMissing, {
  proves: ['C-03', 'I-06'],
  given: demandsTwoFactors,
  refusedWith: 'sso.id-token.acr-missing',
});
