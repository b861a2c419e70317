/** The SAML response departs in one thing: it is compressed as only a redirect may be (SAML Bindings 2.0 §3.5.4 (no deflate)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-is-compressed', { proves: ['I-07'], refusedWith: 'sso.saml-response.malformed' });
