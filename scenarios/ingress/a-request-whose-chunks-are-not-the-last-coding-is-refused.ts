/** Chunks are not the last of its transfer codings. RFC 9112 §6.3 (4). */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('whose-chunks-are-not-the-last-coding', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
