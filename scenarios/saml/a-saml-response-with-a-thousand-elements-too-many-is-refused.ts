/** The SAML response departs in one thing: a thousand empty elements stand in it (CWE-407). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-thousand-elements-too-many', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.too-many-elements',
});
