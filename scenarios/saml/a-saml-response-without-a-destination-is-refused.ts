/** The SAML response departs in one thing: it does not say where it should go (SAML Bindings 2.0 §3.5.5.2). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('without-a-destination', { proves: ['I-07'], refusedWith: 'sso.saml-response.destination-missing' });
