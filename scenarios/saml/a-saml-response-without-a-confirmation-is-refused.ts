/** The SAML response departs in one thing: it does not say how the person is confirmed (SAML Profiles 2.0 §4.1.4.2 (confirmation)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-a-confirmation', { proves: ['I-07'], refusedWith: 'sso.saml-response.confirmation-missing' });
