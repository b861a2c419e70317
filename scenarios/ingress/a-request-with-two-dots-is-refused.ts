/** It leaves a folder by two dots. RFC 3986 §5.2.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-dots', { proves: ['I-10'], refusedWith: 'ingress.request.target-dot-segment' });
