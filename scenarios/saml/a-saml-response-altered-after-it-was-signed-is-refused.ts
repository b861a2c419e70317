/** The SAML response departs in one thing: it names another person than the one whom the signature is over (XML Signature §3.2.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('altered-after-it-was-signed', { proves: ['I-07'], refusedWith: 'sso.saml-response.signature-wrong' });
