/** It leaves a folder by two dots and a semicolon. CWE-22. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-leaves-by-dots-and-a-semicolon', {
  proves: ['I-10'],
  refusedWith: 'ingress.request.target-foreign-character',
});
