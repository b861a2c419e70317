/** The SAML response departs in one thing: it is signed with SHA-1, and validly (NIST SP 800-131A §9). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('signed-with-sha-1', { proves: ['I-07'], refusedWith: 'sso.saml-response.algorithm-other' });
