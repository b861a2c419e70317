/** The SAML response departs in one thing: its signature is the last thing in it and not the second (SAML Core 2.0 §5.4.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-signature-stands-at-its-end', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.signature-elsewhere',
});
