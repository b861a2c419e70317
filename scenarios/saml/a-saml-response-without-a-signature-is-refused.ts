/** The SAML response departs in one thing: nobody signed it (SAML Profiles 2.0 §4.1.4.5). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-a-signature', { proves: ['I-07'], refusedWith: 'sso.saml-response.assertion-not-signed' });
