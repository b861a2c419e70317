/** The SAML response departs in one thing: the name of the person is one that nobody has twice (SAML Core 2.0 §8.3.8). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-name-lasts-for-one-session', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.name-id-format-other',
});
