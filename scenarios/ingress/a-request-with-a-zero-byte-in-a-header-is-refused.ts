/** The value of a header holds a zero byte. RFC 9110 §5.5. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-zero-byte-in-a-header', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
