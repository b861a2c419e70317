/** The SAML response departs in one thing: a byte in it belongs to no character (XML 1.0 §4.3.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-is-no-utf-8', { proves: ['I-07'], refusedWith: 'sso.saml-response.malformed' });
