/** The SAML response departs in one thing: its signature has two references (SAML Core 2.0 §5.4.2 (one reference)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-signature-is-over-two-things', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.references-several',
});
