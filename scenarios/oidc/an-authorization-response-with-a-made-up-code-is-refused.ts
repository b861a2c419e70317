/** What the person comes back with departs in one thing: its code is one that nobody was given (RFC 6749 §5.2 (invalid_grant)). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-a-made-up-code', { proves: ['I-07'], refusedWith: 'sso.code-exchange.code-rejected' });
