/** A line ends at a line feed alone. RFC 9112 §11.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-bare-line-feed', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
