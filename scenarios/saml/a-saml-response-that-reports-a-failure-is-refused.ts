/** The SAML response departs in one thing: its status says that the sign-in failed, and an assertion is in it all the same (SAML Core 2.0 §3.2.2.2). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-reports-a-failure', { proves: ['I-07'], refusedWith: 'sso.saml-response.status-not-success' });
