/** What the person comes back with departs in one thing: it is the valid answer that somebody else got in another browser: login CSRF (RFC 9700 §4.7). */
import { authorizationResponseScenario } from '../../harness/scenario/index.ts';

export default authorizationResponseScenario('of-somebody-else', {
  proves: ['I-05', 'I-07'],
  refusedWith: 'sso.callback.of-another-browser',
});
