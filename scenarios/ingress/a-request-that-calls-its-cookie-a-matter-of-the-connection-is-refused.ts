/** It names its cookie as a matter of this connection, so that it is taken off. RFC 9110 §7.6.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-calls-its-cookie-a-matter-of-the-connection', {
  proves: ['I-04'],
  refusedWith: 'edge.request.connection-option-unknown',
});
