/** The SAML response departs in one thing: it should go to another relying party (SAML Core 2.0 §3.2.2 (destination)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('for-another-destination', { proves: ['I-07'], refusedWith: 'sso.saml-response.destination-other' });
