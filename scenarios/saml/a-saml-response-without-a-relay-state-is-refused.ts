/** The SAML response departs in one thing: the form does not say which attempt it belongs to (SAML Bindings 2.0 §3.5.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-a-relay-state', { proves: ['I-05'], refusedWith: 'sso.saml-response.relay-state-missing' });
