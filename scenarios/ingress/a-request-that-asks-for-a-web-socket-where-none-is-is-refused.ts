/** It asks for a web socket where no row allows one. RFC 6455 §4.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-asks-for-a-web-socket-where-none-is', {
  proves: ['M-05', 'I-10'],
  refusedWith: 'ingress.request.upgrade-not-listed',
});
