/** It calls itself HTTP/2.0, in the form of HTTP/1.1. RFC 9112 §2.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('of-a-version-that-is-not-served', { proves: ['I-03'], refusedWith: 'edge.request.version-not-served' });
