/** What the person comes back with departs in one thing: the code is empty (RFC 6749 §3.1 (without a value)). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-an-empty-code', { proves: ['I-07'], refusedWith: 'sso.callback.code-missing' });
