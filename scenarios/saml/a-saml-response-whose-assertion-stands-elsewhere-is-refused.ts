/** The SAML response departs in one thing: its assertion hangs in the extensions, where the schema allows anything (SAML Core 2.0 §3.3.3 (place of the assertion)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-assertion-stands-elsewhere', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.assertion-missing',
});
