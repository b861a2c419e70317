/** Its body is larger than the row allows. RFC 9110 §15.5.14. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-body-that-is-too-large', { proves: ['I-03'], refusedWith: 'ingress.request.body-too-large' });
