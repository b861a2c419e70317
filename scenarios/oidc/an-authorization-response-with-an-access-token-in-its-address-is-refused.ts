/** What the person comes back with departs in one thing: an access token stands in the address beside the code (RFC 9700 §4.3.2). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-an-access-token-in-its-address', {
  proves: ['I-07'],
  refusedWith: 'sso.callback.token-in-url',
});
