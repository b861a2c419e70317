/** The SAML response departs in one thing: a second document stands behind the first (XML 1.0 §2.1). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-something-after-its-end', { proves: ['I-07'], refusedWith: 'sso.saml-response.malformed' });
