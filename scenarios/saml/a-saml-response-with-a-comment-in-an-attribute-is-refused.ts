/** The SAML response departs in one thing: a comment cuts the value of an attribute in two (CVE-2018-0489). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-comment-in-an-attribute', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.comment-in-text',
});
