/** The SAML response departs in one thing: a stranger signed it, and the certificate for that comes along (SAML Core 2.0 §5.4.5). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('signed-by-a-stranger', { proves: ['I-07'], refusedWith: 'sso.saml-response.key-unknown' });
