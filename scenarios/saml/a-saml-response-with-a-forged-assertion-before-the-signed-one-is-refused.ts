/** The SAML response departs in one thing: a forged assertion stands right before the signed one (SAML Core 2.0 §5.4.2 (wrapping, form 3)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-forged-assertion-before-the-signed-one', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
