/** The SAML response departs in one thing: its signature names twice what it is over (CVE-2025-29774). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-signature-says-twice-what-is-signed', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.signature-malformed',
});
