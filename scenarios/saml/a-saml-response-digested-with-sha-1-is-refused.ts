/** The SAML response departs in one thing: what is signed is digested with SHA-1 (NIST SP 800-131A §9 (digest)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('digested-with-sha-1', { proves: ['I-07'], refusedWith: 'sso.saml-response.digest-other' });
