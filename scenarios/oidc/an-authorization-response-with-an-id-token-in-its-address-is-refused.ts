/** What the person comes back with departs in one thing: an ID token stands in the address beside the code (OIDC Core 1.0 §3.1.2.5). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-an-id-token-in-its-address', {
  proves: ['I-07'],
  refusedWith: 'sso.callback.token-in-url',
});
