/** The SAML response departs in one thing: its assertion is encrypted to a key that is not ours (SAML Core 2.0 §6.2). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-assertion-is-encrypted-to-somebody-else', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.assertion-encrypted-unreadable',
});
