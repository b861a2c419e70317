/** There is a sign before its length. CWE-444. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-sign-before-its-length', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
