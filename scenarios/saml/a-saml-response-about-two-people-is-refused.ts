/** The SAML response departs in one thing: two names stand in it, one behind the other (SAML Core 2.0 §2.4.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('about-two-people', { proves: ['I-07'], refusedWith: 'sso.saml-response.subject-missing' });
