/** The SAML response departs in one thing: it does not say for whom it is (SAML Profiles 2.0 §4.1.4.2 (audience)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-an-audience', { proves: ['I-07'], refusedWith: 'sso.saml-response.audience-missing' });
