/** The SAML response departs in one thing: it was for one use only, and that was made of it (SAML Core 2.0 §2.5.1.5). */
import { samlResponseScenario } from '../../harness/scenario/index.ts';

export default samlResponseScenario('for-one-use-that-was-used', {
  proves: ['I-07'],
  refusedWith: 'sso.saml-response.one-time-use-replayed',
});
