/** The SAML response departs in one thing: the digest in its signature is that of something else (XML Signature §3.2.1 (digest)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-another-digest', { proves: ['I-07'], refusedWith: 'sso.saml-response.signature-wrong' });
