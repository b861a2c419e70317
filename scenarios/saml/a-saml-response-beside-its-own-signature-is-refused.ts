/** The SAML response departs in one thing: a forged response is around the one that was signed and its signature, which stand side by side (SAML Core 2.0 §5.4.2 (wrapping, form 2)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('beside-its-own-signature', {
  proves: ['I-07', 'S9'],
  refusedWith: 'sso.saml-response.assertions-several',
});
