/** The SAML response departs in one thing: the signed assertion stands within a forged one (SAML Core 2.0 §5.4.2 (wrapping, form 4)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-forged-assertion-around-the-signed-one', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
