/** The SAML response departs in one thing: one of its elements has a prefix that nobody declared (Namespaces in XML 1.0 §3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-prefix-without-a-namespace', { proves: ['I-07'], refusedWith: 'sso.saml-response.malformed' });
