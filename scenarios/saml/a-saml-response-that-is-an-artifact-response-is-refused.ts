/** The SAML response departs in one thing: it is the answer of another protocol, with the same things in it (SAML Core 2.0 §3.3.3). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('that-is-an-artifact-response', { proves: ['I-07'], refusedWith: 'sso.saml-response.root-other' });
