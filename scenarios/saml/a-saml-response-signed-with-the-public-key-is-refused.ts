/** The SAML response departs in one thing: it is signed with a shared secret: the text of the realm's certificate (XML Signature §6.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('signed-with-the-public-key', { proves: ['I-07'], refusedWith: 'sso.saml-response.algorithm-other' });
