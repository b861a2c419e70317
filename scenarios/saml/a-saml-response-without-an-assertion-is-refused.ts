/** The SAML response departs in one thing: it says that the sign-in succeeded, and not whose (SAML Profiles 2.0 §4.1.4.2 (one assertion)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-an-assertion', { proves: ['I-07'], refusedWith: 'sso.saml-response.assertion-missing' });
