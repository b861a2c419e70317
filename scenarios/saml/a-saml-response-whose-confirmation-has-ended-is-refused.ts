/** The SAML response departs in one thing: its confirmation ended a minute ago (SAML Profiles 2.0 §4.1.4.3 (an end)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-confirmation-has-ended', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.confirmation-expired',
});
