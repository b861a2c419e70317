/** What the token endpoint answers departs in one thing: its token type is one that nobody knows (RFC 6749 §7.1). */
import { tokenAnswerScenario } from '../../harness/scenario/index.ts';

export default tokenAnswerScenario('of-an-unknown-token-type', {
  proves: ['I-07', 'C-03'],
  refusedWith: 'sso.code-exchange.token-type-other',
});
