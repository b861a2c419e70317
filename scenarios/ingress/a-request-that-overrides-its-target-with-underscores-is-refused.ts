/** A header with underscores asks for another target than its first line. GHSA-5m6w-wvh7-57vm. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-overrides-its-target-with-underscores', {
  proves: ['I-10'],
  refusedWith: 'edge.request.overriding-header',
});
