/** The SAML response departs in one thing: its signature is over itself (SAML Core 2.0 §5.4.1 (enveloped)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-the-enveloped-transform', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.transforms-other',
});
