/** It has a hundred and more headers. CWE-770. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-more-headers-than-any-browser-sends', {
  proves: ['I-03'],
  refusedWith: 'edge.request.too-many-headers',
});
