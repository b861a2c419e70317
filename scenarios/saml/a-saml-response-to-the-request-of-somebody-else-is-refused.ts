/** The SAML response departs in one thing: it is the good answer to an attempt that an attacker made in another browser (S8 (login request forgery)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('to-the-request-of-somebody-else', {
  proves: ['S8'],
  refusedWith: 'sso.saml-response.of-another-browser',
});
