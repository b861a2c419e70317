/** What the person comes back with departs in one thing: its code was exchanged before (RFC 6749 §4.1.2 (used more than once)). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-a-used-code', { proves: ['I-07'], refusedWith: 'sso.code-exchange.code-rejected' });
