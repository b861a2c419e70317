/** The SAML response departs in one thing: what is signed is brought into canonical form twice (SAML Core 2.0 §5.4.4 (two at most)). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('with-a-transform-more', { proves: ['I-07'], refusedWith: 'sso.saml-response.transforms-other' });
