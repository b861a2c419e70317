/** The SAML response departs in one thing: the signature stands in a forged assertion, and the one that it is over in an object of the signature (SAML Core 2.0 §5.4.2 (wrapping, form 8)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-the-assertion-in-an-object-of-a-forged-one', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
