/** What the person comes back with departs in one thing: a code and an error are there together (RFC 6749 §4.1.2.1). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-a-code-and-an-error', { proves: ['I-07'], refusedWith: 'sso.callback.code-and-error' });
