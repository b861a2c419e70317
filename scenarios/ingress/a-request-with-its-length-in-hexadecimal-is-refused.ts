/** Its length is written in hexadecimal. RFC 9110 §5.6.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-its-length-in-hexadecimal', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
