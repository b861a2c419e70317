/** The SAML response departs in one thing: it does not say where and when it counts (SAML Profiles 2.0 §4.1.4.2 (conditions)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-conditions', { proves: ['I-07'], refusedWith: 'sso.saml-response.conditions-missing' });
