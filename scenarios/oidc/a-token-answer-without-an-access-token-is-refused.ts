/** What the token endpoint answers departs in one thing: the access token is not in it (RFC 6749 §5.1 (access_token)). */
import { tokenAnswerScenario } from '../../harness/scenario/index.ts';

export default tokenAnswerScenario('without-an-access-token', {
  proves: ['I-07', 'C-03'],
  refusedWith: 'sso.code-exchange.response-malformed',
});
