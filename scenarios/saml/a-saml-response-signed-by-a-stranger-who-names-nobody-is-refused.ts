/** The SAML response departs in one thing: a stranger signed it and does not say who that is (SAML Core 2.0 §5.4.5 (no key information)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('signed-by-a-stranger-who-names-nobody', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.signature-wrong',
});
