/** What the person comes back with departs in one thing: the identity provider says that access was denied (OIDC Core 1.0 §3.1.2.6). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-an-error-instead-of-a-code', {
  proves: ['I-07'],
  refusedWith: 'sso.callback.refused-by-idp',
});
