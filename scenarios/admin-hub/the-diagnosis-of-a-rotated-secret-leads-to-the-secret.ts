/** The secret was rotated at the identity provider without a word to us, and the diagnosis says which setting repairs it. */
import { clientSecretRotated } from '../../harness/faults/index.ts';
import { diagnosisLeadsTo, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-03'],
  honest: {},
  fault: clientSecretRotated,
  act: ({ actors }) => actors.user().signIn(),
  expect: [diagnosisLeadsTo('/idp-settings#clientSecret'), refusedWith('sso.code-exchange.client-rejected')],
});
