/** What the person comes back with departs in one thing: the state is one that nobody was given (RFC 6749 §10.12). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-a-made-up-state', {
  proves: ['I-05', 'I-07'],
  refusedWith: 'sso.callback.state-unknown',
});
