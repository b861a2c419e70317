/** The SAML response departs in one thing: it names its destination twice, differently (XML 1.0 §3.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-attribute-twice', { proves: ['I-07'], refusedWith: 'sso.saml-response.malformed' });
