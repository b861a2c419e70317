/** The SAML response departs in one thing: the person is named by an address that somebody else may have tomorrow (SAML Core 2.0 §8.3.2). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-name-is-an-e-mail-address', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.name-id-format-other',
});
