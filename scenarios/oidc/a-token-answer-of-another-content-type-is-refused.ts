/** What the token endpoint answers departs in one thing: it says that it is a page (RFC 6749 §5.1 (application/json)). */
import { tokenAnswerScenario } from '../../harness/scenario/index.ts';

export default tokenAnswerScenario('of-another-content-type', {
  proves: ['I-07', 'C-03'],
  refusedWith: 'sso.code-exchange.content-type-other',
});
