/** Its transfer coding is spelt nearly like the one that is meant. RFC 9112 §7. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-coding-that-is-nearly-chunked', { proves: ['I-03'], refusedWith: 'edge.request.coding-not-served' });
