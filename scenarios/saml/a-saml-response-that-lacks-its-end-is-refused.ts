/** The SAML response departs in one thing: its last end tag is not there, and a lenient parser would add it (XML 1.0 §3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-lacks-its-end', { proves: ['I-07'], refusedWith: 'sso.saml-response.malformed' });
