/** It leaves a folder by two encoded dots. CVE-2026-33494. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-encoded-dots', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
