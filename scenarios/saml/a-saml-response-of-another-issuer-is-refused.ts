/** The SAML response departs in one thing: it says that another realm gave it (SAML Profiles 2.0 §4.1.4.2 (issuer)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('of-another-issuer', { proves: ['I-07'], refusedWith: 'sso.saml-response.issuer-other' });
