/** The SAML response departs in one thing: the assertion in it was made tomorrow (SAML Core 2.0 §2.3.3 (made in the past)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('from-the-future', { proves: ['I-07'], refusedWith: 'sso.saml-response.issued-in-future' });
