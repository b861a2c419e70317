/** What the person comes back with departs in one thing: two issuers stand in it, ours first (RFC 9207 §2). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-two-issuers', {
  proves: ['I-05', 'I-07'],
  refusedWith: 'sso.callback.parameter-repeated',
});
