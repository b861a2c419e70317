/** The SAML response departs in one thing: the form says where the person should be led: to another house (CWE-601). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-address-as-relay-state', {
  proves: ['I-05'],
  refusedWith: 'sso.saml-response.relay-state-other',
});
