/** The SAML response departs in one thing: it counts from tomorrow on (SAML Core 2.0 §2.5.1.2 (beginning)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-is-not-valid-yet', { proves: ['I-07'], refusedWith: 'sso.saml-response.not-yet-valid' });
