/** What the person comes back with departs in one thing: its issuer ends in a slash that is not there in the settings (RFC 3986 §6.2.1). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('of-an-issuer-with-a-slash', {
  proves: ['I-07', 'S11'],
  refusedWith: 'sso.callback.issuer-other',
});
