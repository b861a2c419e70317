/** The SAML response departs in one thing: only the assertion in it is signed, although the response should be as well (SAML Core 2.0 §5.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-envelope-is-not-signed', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.response-not-signed',
  demands: { profile: { signedResponsesOnly: true } },
});
