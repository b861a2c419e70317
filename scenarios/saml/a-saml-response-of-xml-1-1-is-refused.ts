/** The SAML response departs in one thing: it says that it is XML 1.1, which ends lines in other places (XML 1.0 §2.8). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('of-xml-1-1', { proves: ['I-07'], refusedWith: 'sso.saml-response.instruction' });
