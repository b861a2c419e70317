/** The SAML response departs in one thing: an element stands within the name of the person (SAML Core 2.0 §2.2.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-name-is-in-two-pieces', { proves: ['I-07'], refusedWith: 'sso.saml-response.subject-missing' });
