/** The SAML response departs in one thing: somebody signed in with it before (SAML Profiles 2.0 §4.1.4.5 (replay)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-was-used', { proves: ['I-07'], refusedWith: 'sso.saml-response.replayed' });
