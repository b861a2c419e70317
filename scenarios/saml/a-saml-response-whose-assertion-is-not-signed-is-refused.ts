/** The SAML response departs in one thing: it is signed as a whole, and the assertion in it is not (SAML Profiles 2.0 §4.1.3.5). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-assertion-is-not-signed', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.assertion-not-signed',
});
