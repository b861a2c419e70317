/** The SAML response departs in one thing: a comment stands within the digest of its signature (CVE-2025-29775). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-comment-in-its-digest', { proves: ['I-07'], refusedWith: 'sso.saml-response.comment-in-text' });
