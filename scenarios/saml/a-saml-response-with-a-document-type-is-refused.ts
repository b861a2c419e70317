/** The SAML response departs in one thing: it declares a document type (SAML Core 2.0 §1.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-document-type', { proves: ['I-07'], refusedWith: 'sso.saml-response.doctype' });
