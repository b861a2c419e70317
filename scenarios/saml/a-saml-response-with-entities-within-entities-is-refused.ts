/** The SAML response departs in one thing: its entities would grow to a thousand million words (CWE-776). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-entities-within-entities', { proves: ['I-07'], refusedWith: 'sso.saml-response.doctype' });
