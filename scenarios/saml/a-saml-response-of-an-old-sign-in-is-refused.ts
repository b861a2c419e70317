/** The SAML response departs in one thing: the person signed in yesterday, although a new sign-in was demanded (SAML Core 2.0 §3.4.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('of-an-old-sign-in', {
  proves: ['I-06'],
  refusedWith: 'sso.saml-response.authentication-too-old',
  demands: { profile: { forceAuthn: true } },
});
