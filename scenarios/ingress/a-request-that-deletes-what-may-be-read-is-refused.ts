/** It asks with DELETE for what is listed with GET. RFC 9110 §9.3.5. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-deletes-what-may-be-read', {
  proves: ['M-05', 'I-10'],
  refusedWith: 'ingress.request.route-not-listed',
});
