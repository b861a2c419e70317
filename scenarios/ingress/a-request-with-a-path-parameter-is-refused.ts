/** Its path has a parameter behind a semicolon. CVE-2026-33808. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-path-parameter', { proves: ['I-10'], refusedWith: 'ingress.request.target-foreign-character' });
