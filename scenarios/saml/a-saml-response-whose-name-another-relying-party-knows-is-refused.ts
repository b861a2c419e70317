/** The SAML response departs in one thing: the name of the person is the one that another relying party knows (SAML Core 2.0 §8.3.7 (qualifier)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-name-another-relying-party-knows', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.name-id-qualifier-other',
});
