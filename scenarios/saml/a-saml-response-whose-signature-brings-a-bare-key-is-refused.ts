/** The SAML response departs in one thing: a stranger signed it, and the bare key for that comes along (XML Signature §4.5). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-signature-brings-a-bare-key', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.signature-wrong',
});
