/** The SAML response departs in one thing: the reference of the signature is empty: whatever document it stands in (SAML Core 2.0 §5.4.2 (no empty reference)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-signature-refers-to-nothing', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.reference-other',
});
