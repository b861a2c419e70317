/** It says from which address it comes, with an underscore in place of the hyphen. CVE-2025-64484. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-claims-a-peer-address-with-underscores', {
  proves: ['I-04'],
  refusedWith: 'edge.request.internal-header',
});
