/** The SAML response departs in one thing: it says that it is SAML 1.1 (SAML Core 2.0 §3.2.2 (version)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('of-saml-1-1', { proves: ['I-07'], refusedWith: 'sso.saml-response.version-other' });
