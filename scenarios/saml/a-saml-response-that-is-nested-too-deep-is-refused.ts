/** The SAML response departs in one thing: elements stand in elements, thirty deep (CWE-674). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-is-nested-too-deep', { proves: ['I-07'], refusedWith: 'sso.saml-response.too-deep' });
