/** Its query holds what no URL does. RFC 3986 §3.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-angle-brackets-in-its-query', {
  proves: ['I-10'],
  refusedWith: 'ingress.request.query-foreign-character',
});
