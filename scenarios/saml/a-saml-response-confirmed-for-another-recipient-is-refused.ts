/** The SAML response departs in one thing: the person is confirmed toward another relying party (SAML Profiles 2.0 §4.1.4.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('confirmed-for-another-recipient', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.recipient-other',
});
