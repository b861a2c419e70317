/** The SAML response departs in one thing: a stranger signed it and puts the realm's certificate beside it (XML Signature §3.2.2). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('signed-by-a-stranger-in-the-name-of-the-realm', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.signature-wrong',
});
