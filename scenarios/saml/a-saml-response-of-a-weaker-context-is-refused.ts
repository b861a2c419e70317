/** The SAML response departs in one thing: it says that the person signed in with less than was demanded (SAML Core 2.0 §3.3.2.2.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('of-a-weaker-context', {
  proves: ['I-06'],
  refusedWith: 'sso.saml-response.authn-context-other',
  demands: { demandedAuthnContext: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'] },
});
