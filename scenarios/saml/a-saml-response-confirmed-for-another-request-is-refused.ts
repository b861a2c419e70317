/** The SAML response departs in one thing: its confirmation answers another request than the response around it (SAML Profiles 2.0 §4.1.4.3 (in response to)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('confirmed-for-another-request', {
  proves: ['S8'],
  refusedWith: 'sso.saml-response.confirmation-in-response-to-other',
});
