/** The SAML response departs in one thing: it declares an entity and names the person by it (CWE-611). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-entity', { proves: ['I-07'], refusedWith: 'sso.saml-response.doctype' });
