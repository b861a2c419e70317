/** The SAML response departs in one thing: its confirmation has no end (SAML Profiles 2.0 §4.1.4.2 (an end)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('confirmed-for-ever', { proves: ['I-07'], refusedWith: 'sso.saml-response.confirmation-endless' });
