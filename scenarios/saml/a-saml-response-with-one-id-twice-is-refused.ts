/** The SAML response departs in one thing: another element has the id of the assertion (SAML Core 2.0 §1.3.4 (unique)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-one-id-twice', { proves: ['I-07'], refusedWith: 'sso.saml-response.id-duplicated' });
