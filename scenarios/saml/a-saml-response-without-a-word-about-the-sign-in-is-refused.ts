/** The SAML response departs in one thing: it does not say that the person signed in at all (SAML Profiles 2.0 §4.1.4.2 (authentication statement)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-a-word-about-the-sign-in', {
  proves: ['I-06'],
  refusedWith: 'sso.saml-response.authn-statement-missing',
});
