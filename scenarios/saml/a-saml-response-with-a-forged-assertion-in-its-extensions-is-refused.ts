/** The SAML response departs in one thing: a forged assertion stands in the extensions, before the signed one (SAML Core 2.0 §5.4.2 (wrapping, form 7)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-forged-assertion-in-its-extensions', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
