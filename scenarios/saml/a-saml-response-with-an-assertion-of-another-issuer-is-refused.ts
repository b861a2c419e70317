/** The SAML response departs in one thing: the assertion in it is by another realm (SAML Profiles 2.0 §4.1.4.2 (issuer of the assertion)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-assertion-of-another-issuer', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.assertion-issuer-other',
});
