/** The SAML response departs in one thing: it counts for a week (SAML Profiles 2.0 §4.1.4.5 (ids are remembered)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-lives-too-long', { proves: ['I-07'], refusedWith: 'sso.saml-response.lifetime-too-long' });
