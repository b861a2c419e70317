/** The SAML response departs in one thing: one of its ids is a piece of XPath (SAML Core 2.0 §1.3.4). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-id-that-is-no-name', { proves: ['I-07'], refusedWith: 'sso.saml-response.id-malformed' });
