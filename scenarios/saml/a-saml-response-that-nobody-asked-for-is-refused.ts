/** The SAML response departs in one thing: it answers no request at all (SAML Profiles 2.0 §4.1.5). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-nobody-asked-for', { proves: ['S8'], refusedWith: 'sso.saml-response.in-response-to-missing' });
