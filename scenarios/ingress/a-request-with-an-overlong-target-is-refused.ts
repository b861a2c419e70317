/** Its target is longer than any page of ours has. RFC 9110 §15.5.15. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-overlong-target', { proves: ['I-10'], refusedWith: 'ingress.request.target-too-long' });
