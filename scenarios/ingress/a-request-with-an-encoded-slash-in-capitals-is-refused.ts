/** A slash of its path is percent-encoded in capitals, which some compare as another text. CVE-2026-42272. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-an-encoded-slash-in-capitals', {
  proves: ['I-10'],
  refusedWith: 'ingress.request.target-percent-encoded',
});
