/** What the person comes back with departs in one thing: the last character of the state is gone (RFC 9700 §2.1). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('whose-state-lost-its-end', {
  proves: ['I-05', 'I-07'],
  refusedWith: 'sso.callback.state-unknown',
});
