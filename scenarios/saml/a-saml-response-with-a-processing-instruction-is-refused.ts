/** The SAML response departs in one thing: an instruction for some program stands in it (XML 1.0 §2.6). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-processing-instruction', { proves: ['I-07'], refusedWith: 'sso.saml-response.instruction' });
