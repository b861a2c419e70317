/** The SAML response departs in one thing: the canonical form of its signature keeps comments (SAML Core 2.0 §5.4.3 (comments)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('of-a-canonical-form-with-comments', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.canonicalization-other',
});
