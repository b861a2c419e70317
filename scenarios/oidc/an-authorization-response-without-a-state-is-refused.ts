/** What the person comes back with departs in one thing: the state is not there (RFC 6749 §4.1.2 (state)). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('without-a-state', { proves: ['I-05', 'I-07'], refusedWith: 'sso.callback.state-unknown' });
