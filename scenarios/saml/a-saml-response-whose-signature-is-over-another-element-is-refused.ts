/** The SAML response departs in one thing: the signature in the assertion refers to the response (SAML Core 2.0 §5.4.2 (the root element)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-signature-is-over-another-element', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.reference-other',
});
