/** The SAML response departs in one thing: it counts only for whoever is we and another relying party at once (SAML Core 2.0 §2.5.1.4). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('for-two-audiences-at-once', { proves: ['I-07'], refusedWith: 'sso.saml-response.audience-other' });
