/** The SAML response departs in one thing: two assertions are in it, about two people, and both are signed (SAML Profiles 2.0 §4.1.4.2 (one person)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-two-assertions', { proves: ['I-07', 'S9'], refusedWith: 'sso.saml-response.assertions-several' });
