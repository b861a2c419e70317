/** The SAML response departs in one thing: whoever brings it should prove to hold a key (SAML Profiles 2.0 §3.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('confirmed-by-a-key', { proves: ['I-07'], refusedWith: 'sso.saml-response.confirmation-other' });
