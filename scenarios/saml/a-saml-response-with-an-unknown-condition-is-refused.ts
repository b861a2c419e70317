/** The SAML response departs in one thing: it counts under a condition that nobody here understands (SAML Core 2.0 §2.5.1.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-an-unknown-condition', { proves: ['I-07'], refusedWith: 'sso.saml-response.condition-unknown' });
