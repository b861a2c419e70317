/** A header goes on in a second line. RFC 9112 §5.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-folded-header', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
