/** A space hides its transfer coding from some. RFC 9112 §5.1 (coding). */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-space-before-the-colon-of-its-coding', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
