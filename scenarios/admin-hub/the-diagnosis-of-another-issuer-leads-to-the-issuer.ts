/** The discovery document names another issuer, and the diagnosis says which setting to compare. */
import { discoveryNamesAnotherIssuer } from '../../harness/faults/index.ts';
import { diagnosisLeadsTo, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['C-03'],
  honest: {},
  fault: discoveryNamesAnotherIssuer,
  act: ({ actors }) => actors.user().signIn(),
  expect: [diagnosisLeadsTo('/idp-settings#issuer'), refusedWith('sso.idp.issuer-other')],
});
