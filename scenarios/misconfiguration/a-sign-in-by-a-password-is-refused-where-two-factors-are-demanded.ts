/** Two factors are demanded, and the identity provider was content with one. */
import { acrNotHonoured } from '../../harness/faults/index.ts';
import { demandsTwoFactors, faultIsRefused } from '../../harness/scenario/index.ts';

export default faultIsRefused(acrNotHonoured, {
  proves: ['C-03', 'I-06'],
  given: demandsTwoFactors,
  refusedWith: 'sso.id-token.acr-other',
});
