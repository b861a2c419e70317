/** The SAML response departs in one thing: a forged assertion with the same id stands before the signed one (SAML Core 2.0 §5.4.2 (one id, two assertions)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-the-id-of-the-signed-assertion-on-a-forged-one', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.id-duplicated',
});
