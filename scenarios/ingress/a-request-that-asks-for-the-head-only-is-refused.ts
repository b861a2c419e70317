/** It asks with HEAD, which no row lists. RFC 9110 §9.3.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-asks-for-the-head-only', {
  proves: ['M-05', 'I-10'],
  refusedWith: 'ingress.request.route-not-listed',
});
