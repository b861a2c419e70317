/** Its path is written in capitals. RFC 3986 §6.2.2.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('in-other-capitals', { proves: ['M-05', 'I-10'], refusedWith: 'ingress.request.route-not-listed' });
