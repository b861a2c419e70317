/** The SAML response departs in one thing: its signature has room for something else (XML Signature §4.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-signature-holds-an-object', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.signature-malformed',
});
