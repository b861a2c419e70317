/** What the token endpoint answers departs in one thing: it breaks off in the middle of its JSON (RFC 8259 §2). */
import { tokenAnswerScenario } from '../../harness/scenario/index.ts';

export default tokenAnswerScenario('that-is-no-json', { proves: ['I-07', 'C-03'], refusedWith: 'sso.code-exchange.response-malformed' });
