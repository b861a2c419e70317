/** The SAML response departs in one thing: the assertion in it says that it is SAML 1.1 (SAML Core 2.0 §2.3.3 (version)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-assertion-of-saml-1-1', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.assertion-version-other',
});
