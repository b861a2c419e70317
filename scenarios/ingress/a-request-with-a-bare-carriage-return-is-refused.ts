/** A line ends, for some, at a carriage return alone. RFC 9112 §2.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-bare-carriage-return', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
