/** The SAML response departs in one thing: the form names another attempt than the one that it belongs to (SAML Bindings 2.0 §3.5.3 (as it was sent)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-another-relay-state', { proves: ['I-05'], refusedWith: 'sso.saml-response.relay-state-other' });
