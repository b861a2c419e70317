/** There is a space before its first header. RFC 9112 §2.2 (whitespace). */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-space-before-its-first-header', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
