/** The SAML response departs in one thing: the assertion in it does not say when it was made (SAML Core 2.0 §2.3.3 (issue instant)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-a-time-of-issue', { proves: ['I-07'], refusedWith: 'sso.saml-response.time-malformed' });
