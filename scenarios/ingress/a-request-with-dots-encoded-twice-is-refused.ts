/** It leaves a folder by dots that are encoded twice. RFC 3986 §2.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-dots-encoded-twice', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
