/** What the token endpoint answers departs in one thing: it is more than half a megabyte long (NIST SP 800-53 SC-5). */
import { tokenAnswerScenario } from '../../harness/scenario/index.ts';

export default tokenAnswerScenario('that-is-too-large', { proves: ['I-07', 'C-03'], refusedWith: 'sso.code-exchange.too-large' });
