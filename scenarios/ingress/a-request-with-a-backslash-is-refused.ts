/** A backslash stands for a slash. WHATWG URL §4.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-backslash', { proves: ['I-10'], refusedWith: 'ingress.request.target-foreign-character' });
