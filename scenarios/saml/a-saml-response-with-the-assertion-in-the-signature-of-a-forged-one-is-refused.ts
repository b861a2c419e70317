/** The SAML response departs in one thing: the signature stands in a forged assertion and holds the one that it is over (SAML Core 2.0 §5.4.2 (wrapping, form 6)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-the-assertion-in-the-signature-of-a-forged-one', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
