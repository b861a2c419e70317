/** It asks with OPTIONS, as scripts of other origins do first. RFC 9110 §9.3.7. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-asks-for-the-options', { proves: ['M-05', 'I-10'], refusedWith: 'ingress.request.route-not-listed' });
