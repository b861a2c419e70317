/** What the person comes back with departs in one thing: the state stands in it twice (RFC 6749 §3.1 (state)). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-two-states', {
  proves: ['I-05', 'I-07'],
  refusedWith: 'sso.callback.parameter-repeated',
});
