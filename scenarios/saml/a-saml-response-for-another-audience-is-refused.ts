/** The SAML response departs in one thing: it is for another relying party (SAML Core 2.0 §2.5.1.4). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('for-another-audience', { proves: ['I-07'], refusedWith: 'sso.saml-response.audience-other' });
