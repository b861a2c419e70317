/** The SAML response departs in one thing: its confirmation has a beginning, which none may have (SAML Profiles 2.0 §4.1.4.2 (no beginning)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('confirmed-from-some-time-on', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.confirmation-not-before',
});
