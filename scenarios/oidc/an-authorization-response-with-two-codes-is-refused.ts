/** What the person comes back with departs in one thing: two codes stand in it (RFC 6749 §3.1 (code)). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-two-codes', {
  proves: ['I-05', 'I-07'],
  refusedWith: 'sso.callback.parameter-repeated',
});
