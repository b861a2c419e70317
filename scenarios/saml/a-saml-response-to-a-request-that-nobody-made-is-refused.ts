/** The SAML response departs in one thing: it answers a request that we never made (SAML Core 2.0 §3.2.2 (in response to)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('to-a-request-that-nobody-made', {
  proves: ['S8'],
  refusedWith: 'sso.saml-response.in-response-to-other',
});
