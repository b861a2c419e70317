/** The SAML response departs in one thing: it is for a relying party whose name begins with ours (SAML Core 2.0 §8.3.6). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('for-an-audience-that-begins-like-us', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.audience-other',
});
