/** The SAML response departs in one thing: the session at the identity provider ended a minute ago (SAML Core 2.0 §2.7.2). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('whose-session-has-ended', { proves: ['I-07'], refusedWith: 'sso.saml-response.session-expired' });
