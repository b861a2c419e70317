/** The SAML response departs in one thing: it comes as plain text, not in base64 (SAML Bindings 2.0 §3.5.4). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-is-no-base64', { proves: ['I-07'], refusedWith: 'sso.saml-response.malformed' });
