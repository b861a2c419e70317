/** The SAML response departs in one thing: the signature stands in a forged assertion, and what it is over at the end (SAML Core 2.0 §5.4.2 (wrapping, form 5)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-the-signature-in-a-forged-assertion', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
