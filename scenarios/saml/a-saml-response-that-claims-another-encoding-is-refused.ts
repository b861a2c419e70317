/** The SAML response departs in one thing: it says that it is in UTF-7, and is not (XML 1.0 §4.3.3 (declared encoding)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-claims-another-encoding', { proves: ['I-07'], refusedWith: 'sso.saml-response.instruction' });
