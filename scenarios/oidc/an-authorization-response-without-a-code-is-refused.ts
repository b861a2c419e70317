/** What the person comes back with departs in one thing: neither a code nor an error is there (RFC 6749 §4.1.2 (code)). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('without-a-code', { proves: ['I-07'], refusedWith: 'sso.callback.code-missing' });
