/** Its transfer coding stands in a second line. RFC 9112 §5.2 (coding). */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('whose-coding-is-folded', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
