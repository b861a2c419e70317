/** The SAML response departs in one thing: an expression says what of it is signed: all but the name of the person (SAML Core 2.0 §5.4.4 (XPath)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-xpath-transform', { proves: ['I-07'], refusedWith: 'sso.saml-response.transforms-other' });
