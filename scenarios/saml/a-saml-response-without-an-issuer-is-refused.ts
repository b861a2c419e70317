/** The SAML response departs in one thing: it does not say whose it is; the assertion in it does, and is signed (SAML Profiles 2.0 §4.1.4.2 (issuer present)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-an-issuer', { proves: ['I-07'], refusedWith: 'sso.saml-response.issuer-missing' });
