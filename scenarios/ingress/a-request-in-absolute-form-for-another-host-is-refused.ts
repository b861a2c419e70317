/** Its target is a whole URL of another host than the header names. CVE-2021-39206. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('in-absolute-form-for-another-host', {
  proves: ['I-10'],
  refusedWith: 'ingress.request.target-not-origin-form',
});
