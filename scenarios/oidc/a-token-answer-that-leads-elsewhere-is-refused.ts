/** What the token endpoint answers departs in one thing: it sends the code and the client secret on to another address (RFC 9700 §4.12). */
import { tokenAnswerScenario } from '../../harness/scenario/index.ts';

export default tokenAnswerScenario('that-leads-elsewhere', { proves: ['I-07', 'C-03'], refusedWith: 'sso.code-exchange.redirected' });
