/** There is a space between the name of a header and its colon. RFC 9112 §5.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-space-before-a-colon', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
