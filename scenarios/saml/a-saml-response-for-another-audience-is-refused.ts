/** The SAML response departs in one thing: it is for another relying party (SAML Profiles 2.0 §4.1.4.2 (audience)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('for-another-audience', { proves: ['I-07'], refusedWith: 'sso.saml-response.audience-other' });
