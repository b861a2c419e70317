/** The SAML response departs in one thing: a comment, which no signature covers, cuts the name of the person in two (CVE-2017-11428). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-comment-in-the-name', { proves: ['I-07'], refusedWith: 'sso.saml-response.comment-in-text' });
