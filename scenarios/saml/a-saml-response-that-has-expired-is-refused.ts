/** The SAML response departs in one thing: it counted until a minute ago (SAML Core 2.0 §2.5.1.2 (end)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-has-expired', { proves: ['I-07'], refusedWith: 'sso.saml-response.expired' });
