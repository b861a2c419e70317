/** The SAML response departs in one thing: it does not say toward whom the person is confirmed (SAML Profiles 2.0 §4.1.4.2 (recipient)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('confirmed-for-no-recipient', { proves: ['I-07'], refusedWith: 'sso.saml-response.recipient-other' });
