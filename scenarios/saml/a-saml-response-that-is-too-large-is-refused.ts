/** The SAML response departs in one thing: it has more than forty kibibytes, most of them spaces (CWE-400). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-is-too-large', { proves: ['I-07'], refusedWith: 'sso.saml-response.too-large' });
