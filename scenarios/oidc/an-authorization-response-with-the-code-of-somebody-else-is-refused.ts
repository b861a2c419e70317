/** What the person comes back with departs in one thing: its code is one that somebody else got in another browser: code injection (RFC 9700 §4.5). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('with-the-code-of-somebody-else', {
  proves: ['I-07'],
  refusedWith: 'sso.code-exchange.code-rejected',
});
