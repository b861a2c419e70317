/** The SAML response departs in one thing: the name of the person has 257 characters (SAML Core 2.0 §8.3.7 (256 characters)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-name-is-too-long', { proves: ['I-07'], refusedWith: 'sso.saml-response.subject-too-long' });
