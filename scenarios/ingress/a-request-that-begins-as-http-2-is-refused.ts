/** It begins with the preface of HTTP/2, for which nobody asked in the handshake. RFC 9113 §3.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-begins-as-http-2', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
