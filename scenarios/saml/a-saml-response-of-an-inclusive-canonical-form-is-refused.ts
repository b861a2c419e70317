/** The SAML response departs in one thing: its signature depends on what stands around it (SAML Core 2.0 §5.4.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('of-an-inclusive-canonical-form', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.canonicalization-other',
});
