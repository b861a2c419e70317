/** The SAML response departs in one thing: a program says what of it is signed (SAML Core 2.0 §5.4.4 (XSLT)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-stylesheet-transform', { proves: ['I-07'], refusedWith: 'sso.saml-response.transforms-other' });
