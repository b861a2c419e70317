/** The SAML response departs in one thing: it says in the time of another zone when the person signed in (SAML Core 2.0 §1.3.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-time-has-an-offset', { proves: ['I-07'], refusedWith: 'sso.saml-response.time-malformed' });
