/** Its first line has a word too many. RFC 9112 §3 (request line). */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-four-words-in-its-first-line', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
