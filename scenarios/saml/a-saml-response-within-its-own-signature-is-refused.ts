/** The SAML response departs in one thing: a forged response is around the signature, which holds the one that was signed (SAML Core 2.0 §5.4.2 (wrapping, form 1)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('within-its-own-signature', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
