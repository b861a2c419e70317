/** The SAML response departs in one thing: it names nobody (SAML Core 2.0 §3.4.1.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('about-nobody', { proves: ['I-07'], refusedWith: 'sso.saml-response.subject-missing' });
