/** It has no version, as before there were headers. RFC 9112 §3 (version). */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('without-a-version', { proves: ['I-03'], refusedWith: 'edge.request.version-not-served' });
